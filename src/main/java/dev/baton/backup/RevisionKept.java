package dev.baton.backup;

/** A device's configuration changed and was kept. */
public record RevisionKept(String device, int number) {}
