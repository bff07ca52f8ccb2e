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

    /** The batches that {@link #nextBatch} would give a run that has taken none; nothing is kept. */
    List<List<String>> batches(String set, String batches);

    /** The devices of a set that were taken for a batch by this run, in the order of the set. */
    List<String> taken(String run, String set);

    /**
     * A frozen set.
     *
     * @param id short and unique, fit for a process variable
     */
    record TargetSet(String id, List<String> devices) {

        private static final int LONGEST_NAMES = 1_500;

        public TargetSet {
            devices = List.copyOf(devices);
        }

        /** The names as people read them; a long list ends with how many more there are. */
        public String names() {
            StringBuilder names = new StringBuilder();
            for (int named = 0; named < devices.size(); named++) {
                if (names.length() > LONGEST_NAMES) {
                    return names.append(" and ")
                            .append(devices.size() - named)
                            .append(" more")
                            .toString();
                }
                names.append(named == 0 ? "" : ", ").append(devices.get(named));
            }
            return names.toString();
        }
    }
}
