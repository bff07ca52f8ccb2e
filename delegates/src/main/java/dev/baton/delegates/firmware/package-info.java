/** Reads which firmware runs where. */
@NullMarked
package dev.baton.delegates.firmware;

import org.jspecify.annotations.NullMarked;
