/** Runs one command of the diagram's own on devices. */
@NullMarked
package dev.baton.delegates.command;

import org.jspecify.annotations.NullMarked;
