/** Tells whether a device is fit before and after a change. */
@NullMarked
package dev.baton.delegates.health;

import org.jspecify.annotations.NullMarked;
