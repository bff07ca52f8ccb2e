/** What an expression in a diagram, decision or query may see and call: an explicit list and nothing else. */
@NullMarked
package dev.baton.engine.expression;

import org.jspecify.annotations.NullMarked;
