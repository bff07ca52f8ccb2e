package dev.baton.engine;

import java.util.Optional;
import java.util.Set;

/** Looks whether a procedure can act on the devices that somebody starts a run with. */
public interface TargetCheck {

    /**
     * What is wrong with the query, as a sentence; empty when it selects devices, and the delegates can do there what they do.
     *
     * @param delegates beans that the procedure names
     */
    Optional<String> complaint(String query, Set<String> delegates);
}
