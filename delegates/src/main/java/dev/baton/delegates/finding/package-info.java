/** Records what a procedure discovered. */
@NullMarked
package dev.baton.delegates.finding;

import org.jspecify.annotations.NullMarked;
