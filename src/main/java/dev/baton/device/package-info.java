/** Links to devices: one per device and run, over whatever protocol a command needs. */
@NullMarked
package dev.baton.device;

import org.jspecify.annotations.NullMarked;
