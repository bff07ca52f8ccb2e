/** Reads the files that make up a procedure: its diagram with the forms and decisions it names. */
@NullMarked
package dev.baton.procedure.source;

import org.jspecify.annotations.NullMarked;
