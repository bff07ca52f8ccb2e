/** Says what differs between two versions of a procedure, element by element. */
@NullMarked
package dev.baton.procedure.diff;

import org.jspecify.annotations.NullMarked;
