/** Brings procedures into the engine: the shipped ones, those of a watched folder, those that people send. */
@NullMarked
package dev.baton.procedure.deploy;

import org.jspecify.annotations.NullMarked;
