package dev.baton.run;

/** A person cancelled a run. @param run id of the root process instance */
public record RunCancelled(String run) {}
