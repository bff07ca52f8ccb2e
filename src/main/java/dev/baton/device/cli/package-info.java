/** Conversations with interactive command lines, whatever carries them. */
@NullMarked
package dev.baton.device.cli;

import org.jspecify.annotations.NullMarked;
