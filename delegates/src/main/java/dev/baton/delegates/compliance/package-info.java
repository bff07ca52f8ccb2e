/** Compares configurations with rules and with what was accepted. */
@NullMarked
package dev.baton.delegates.compliance;

import org.jspecify.annotations.NullMarked;
