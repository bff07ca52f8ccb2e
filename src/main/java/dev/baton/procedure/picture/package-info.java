/** Draws a diagram on the server, with the state of every element. */
@NullMarked
package dev.baton.procedure.picture;

import org.jspecify.annotations.NullMarked;
