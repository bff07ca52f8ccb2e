/** Simulated devices for the first run and for tests. */
@NullMarked
package dev.baton.lab;

import org.jspecify.annotations.NullMarked;
