package dev.baton.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kept configurations as a whole: which devices have a good one, and which old ones go. */
public interface ConfigArchive {

    /** Every device of the inventory, by name. */
    List<Coverage> coverage();

    /** The last revision of a device of the inventory, as it is kept. */
    Optional<Stored> stored(String device);

    /** Removes old revisions: never one of a device's last two, an accepted one, or one that the Git mirror lacks. */
    Thinned thinOut(Keeping keeping);

    /** How well a device is backed up. */
    enum State {
        /** Its last good backup is young enough. */
        CURRENT,
        /** Its last good backup is too old. */
        STALE,
        /** There is none. */
        MISSING,
        /** It cannot be backed up, or is not to be. */
        EXEMPT
    }

    /**
     * The backup of one device.
     *
     * @param platform its dialect
     * @param goodAt when it was last fetched, or the device last said that nothing changed
     * @param failingSince when the open finding of a failed backup was opened
     * @param exemption why it has none to have; null unless exempt
     * @param seenAt when this was so
     * @param openKinds the kinds of its open findings about missing and old backups
     */
    record Coverage(
            String device,
            String platform,
            State state,
            @Nullable Instant goodAt,
            @Nullable Instant failingSince,
            @Nullable String exemption,
            Instant seenAt,
            Set<String> openKinds) {

        public Coverage {
            openKinds = Set.copyOf(openKinds);
        }
    }

    /**
     * A revision as it is kept.
     *
     * @param platform the dialect of its device
     * @param sha256 of the configuration that was kept
     * @param configuration what the database gives back
     */
    record Stored(String device, String platform, int number, String sha256, String configuration) {}

    /**
     * How long revisions are kept, from when they were made.
     *
     * @param all every one
     * @param daily the last one of each day
     * @param weekly the last one of each week
     * @param monthly the last one of each month; older ones go
     */
    record Keeping(Duration all, Duration daily, Duration weekly, Duration monthly) {

        /** @throws ActionProblem {@code BAD_INPUT} when a coarser one is shorter than a finer one */
        public Keeping {
            if (all.compareTo(daily) > 0 || daily.compareTo(weekly) > 0 || weekly.compareTo(monthly) > 0) {
                throw Problem.BAD_INPUT.because(
                        "revisions are kept all for " + all + ", daily for " + daily + ", weekly for " + weekly
                                + " and monthly for " + monthly + ": none may be shorter than the one before it");
            }
        }
    }

    /**
     * What was removed.
     *
     * @param revisions the numbers, by device
     * @param contents how many contents no revision has any more
     */
    record Thinned(Map<String, List<Integer>> revisions, int contents) {

        public Thinned {
            revisions = Map.copyOf(revisions);
        }
    }
}
