/** Compares the firmware of devices with what an installation wants to run. */
@NullMarked
package dev.baton.delegates.firmware.policy;

import org.jspecify.annotations.NullMarked;
