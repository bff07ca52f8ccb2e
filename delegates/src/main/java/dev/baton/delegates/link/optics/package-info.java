/** The power of light at a port, from whatever table the device has. */
@NullMarked
package dev.baton.delegates.link.optics;

import org.jspecify.annotations.NullMarked;
