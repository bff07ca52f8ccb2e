/** Proves that kept configurations would restore. */
@NullMarked
package dev.baton.delegates.restore;

import org.jspecify.annotations.NullMarked;
