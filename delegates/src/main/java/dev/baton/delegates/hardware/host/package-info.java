/** Reads drives and arrays of a Linux host over SSH. */
@NullMarked
package dev.baton.delegates.hardware.host;

import org.jspecify.annotations.NullMarked;
