package dev.baton.engine;

import java.util.Optional;

/** Looks whether a device query that somebody starts a run with selects anything. */
public interface TargetCheck {

    /** What is wrong with the query, as a sentence; empty when it selects at least one device. */
    Optional<String> complaint(String query);
}
