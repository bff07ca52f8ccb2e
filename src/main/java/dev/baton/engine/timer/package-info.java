/** When procedures start by themselves, and what becomes of starts that came too late. */
@NullMarked
package dev.baton.engine.timer;

import org.jspecify.annotations.NullMarked;
