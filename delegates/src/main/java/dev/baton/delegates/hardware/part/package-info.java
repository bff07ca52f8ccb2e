/** What the parts of a device and their states are called. */
@NullMarked
package dev.baton.delegates.hardware.part;

import org.jspecify.annotations.NullMarked;
