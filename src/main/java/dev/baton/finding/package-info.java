/** Findings and their life. */
@NullMarked
package dev.baton.finding;

import org.jspecify.annotations.NullMarked;
