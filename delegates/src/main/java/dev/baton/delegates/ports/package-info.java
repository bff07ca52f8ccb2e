/** Compares the ports of devices with what they should be. */
@NullMarked
package dev.baton.delegates.ports;

import org.jspecify.annotations.NullMarked;
