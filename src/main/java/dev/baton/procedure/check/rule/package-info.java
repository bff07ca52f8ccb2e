/** The rules, one class each. */
@NullMarked
package dev.baton.procedure.check.rule;

import org.jspecify.annotations.NullMarked;
