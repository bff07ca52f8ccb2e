/** What a delegate may know: devices, typed inputs, commands, answers, results and problems. */
@NullMarked
package dev.baton.action;

import org.jspecify.annotations.NullMarked;
