/**
 * Links to devices, over whatever protocol a command needs. An action has its own link while it works; one that it left healthy
 * waits a while for the next step of the same run on the same device.
 */
@NullMarked
package dev.baton.device;

import org.jspecify.annotations.NullMarked;
