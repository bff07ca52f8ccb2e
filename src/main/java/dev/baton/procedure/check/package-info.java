/** Refuses procedures that could harm people or devices, before the engine sees them. */
@NullMarked
package dev.baton.procedure.check;

import org.jspecify.annotations.NullMarked;
