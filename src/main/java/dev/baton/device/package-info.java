/** Links to devices: one per device and try of an action, over whatever protocol a command needs. */
@NullMarked
package dev.baton.device;

import org.jspecify.annotations.NullMarked;
