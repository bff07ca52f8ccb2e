/** Files of the installation: what devices get from it, and what they gave. */
@NullMarked
package dev.baton.device.files;

import org.jspecify.annotations.NullMarked;
