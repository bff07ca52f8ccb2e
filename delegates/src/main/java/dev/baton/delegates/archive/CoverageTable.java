package dev.baton.delegates.archive;

import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How backups of devices are told to people. */
final class CoverageTable {

    private static final int LONGEST = 3_500;

    private CoverageTable() {}

    /** A line for each device that has no good backup; cut where a variable ends. */
    static String of(List<Coverage> covered) {
        String table = covered.stream()
                .filter(coverage -> coverage.state() != State.CURRENT)
                .sorted((one, other) -> one.state().compareTo(other.state()))
                .map(coverage -> coverage.device() + ": " + sentence(coverage))
                .collect(Collectors.joining("\n"));
        return table.length() <= LONGEST ? table : table.substring(0, LONGEST) + "\n...";
    }

    static String sentence(Coverage coverage) {
        return switch (coverage.state()) {
            case CURRENT -> "The configuration is backed up.";
            case STALE ->
                "The last good backup of the configuration is " + age(coverage.goodAt(), coverage) + " old, from "
                        + coverage.goodAt() + failing(coverage) + ".";
            case MISSING -> "No backup of the configuration is kept" + failing(coverage) + ".";
            case EXEMPT -> "Not backed up: " + coverage.exemption() + ".";
        };
    }

    private static String failing(Coverage coverage) {
        return coverage.failingSince() == null
                ? ""
                : "; the backup fails since " + age(coverage.failingSince(), coverage) + ", from "
                        + coverage.failingSince();
    }

    private static String age(@Nullable Instant from, Coverage coverage) {
        Duration age = from == null ? Duration.ZERO : Duration.between(from, coverage.seenAt());
        return age.toDays() > 1 ? age.toDays() + " days" : age.toHours() + " hours";
    }
}
