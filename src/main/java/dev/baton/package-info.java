/** The application's entry point, nothing else. */
@NullMarked
package dev.baton;

import org.jspecify.annotations.NullMarked;
