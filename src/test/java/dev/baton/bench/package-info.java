/** Benchmarks: never part of the tests; the profile {@code bench} runs them. */
package dev.baton.bench;
