/** Runs and their target sets. */
@NullMarked
package dev.baton.run;

import org.jspecify.annotations.NullMarked;
