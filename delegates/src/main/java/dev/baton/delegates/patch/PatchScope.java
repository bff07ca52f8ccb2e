package dev.baton.delegates.patch;

/** Which pending patches count. */
enum PatchScope {
    ALL,
    SECURITY
}
