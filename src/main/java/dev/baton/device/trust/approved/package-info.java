/** Changed host keys and what people decided about them; approved ones lie over the trust of the inventory. */
@NullMarked
package dev.baton.device.trust.approved;

import org.jspecify.annotations.NullMarked;
