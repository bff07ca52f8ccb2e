package dev.baton.delegates.restic;

import dev.baton.action.Device;
import dev.baton.action.Json;
import dev.baton.action.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules of retention would forget, by restic's own dry run.
 *
 * @param wanted how many snapshots
 * @param lost paths that no snapshot would have any more
 */
record Retention(int wanted, List<String> lost) {

    static Retention of(Device device, String output) {
        Json groups = Json.read(output)
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(
                        device.name() + ": restic shows what it would forget otherwise than as JSON"));
        List<Snapshot> removed = snapshots(groups, "remove");
        Set<String> kept = paths(snapshots(groups, "keep"));
        return new Retention(
                removed.size(),
                paths(removed).stream()
                        .filter(path -> !kept.contains(path))
                        .sorted()
                        .toList());
    }

    private static List<Snapshot> snapshots(Json groups, String list) {
        return groups.items().stream()
                .flatMap(group -> group.at(list).items().stream())
                .map(Snapshot::of)
                .toList();
    }

    private static Set<String> paths(List<Snapshot> snapshots) {
        return snapshots.stream().flatMap(snapshot -> snapshot.paths().stream()).collect(Collectors.toSet());
    }

    /** Why a person must decide first; empty when this is what every night does. */
    Optional<String> unusual(ForgetSnapshotsInputs inputs) {
        if (!lost.isEmpty() && !inputs.lastOfPath()) {
            return Optional.of(wanted + " would go, and no snapshot would have " + String.join(", ", lost));
        }
        return wanted > inputs.mostForgotten()
                ? Optional.of(wanted + " would go, more than " + inputs.mostForgotten())
                : Optional.empty();
    }
}
