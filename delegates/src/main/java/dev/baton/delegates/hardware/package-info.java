/** Reads arrays, drives, fans, power supplies and temperatures, and finds the faulty part. */
@NullMarked
package dev.baton.delegates.hardware;

import org.jspecify.annotations.NullMarked;
