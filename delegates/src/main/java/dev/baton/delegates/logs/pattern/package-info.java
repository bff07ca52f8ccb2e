/** Knows lines of logs that speak of a drive in trouble. */
@NullMarked
package dev.baton.delegates.logs.pattern;

import org.jspecify.annotations.NullMarked;
