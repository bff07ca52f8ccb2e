/** Turns a secret reference into a secret; never into a variable or a log line. */
@NullMarked
package dev.baton.secret;

import org.jspecify.annotations.NullMarked;
