package dev.baton.action;

import java.util.List;
import java.util.Optional;

/** The devices that runs act on, frozen when they are chosen. */
public interface TargetSets {

    /**
     * Freezes the devices that a query selects now.
     *
     * @param run the process instance that owns the set
     * @throws ActionProblem {@code BAD_INPUT} for a bad query, {@code NO_TARGETS} when nothing matches
     */
    TargetSet choose(String run, String query);

    /** Freezes a given list of devices, e.g. those of a batch. */
    TargetSet freeze(String run, List<String> devices);

    /** The set with this id. @throws ActionProblem {@code BAD_INPUT} when there is none */
    TargetSet get(String id);

    /**
     * The next batch of a set after those already taken by this run, never two of one redundancy group in it.
     *
     * @param batches sizes such as {@code 1, 10%, 50%, rest}; the last one repeats; percentages are of the whole set, rounded up
     * @return empty when every device was taken
     */
    Optional<TargetSet> nextBatch(String run, String set, String batches);

    /**
     * A frozen set.
     *
     * @param id short and unique, fit for a process variable
     */
    record TargetSet(String id, List<String> devices) {

        public TargetSet {
            devices = List.copyOf(devices);
        }
    }
}
