package dev.baton.delegates.http;

/** What the author of a diagram says about repeating a call; GET only reads, whatever is said. */
enum CallEffect {
    CONVERGE,
    ONCE
}
