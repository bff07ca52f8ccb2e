package dev.baton.runner;

/** What happens to the devices not yet started when too many failed. */
enum OnFailure {
    STOP,
    CONTINUE
}
