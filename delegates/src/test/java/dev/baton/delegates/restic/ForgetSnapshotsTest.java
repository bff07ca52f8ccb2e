package dev.baton.delegates.restic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgetSnapshotsTest {

    private final ForgetSnapshots forgetSnapshots = new ForgetSnapshots();

    @Test
    void aNightsOldSnapshotsAreForgotten() {
        ScriptedSession host = host(rules(3, "/etc"));

        assertThat(host.perform(forgetSnapshots, with(Map.of())).changed()).isFalse();
        assertThat(host.sent()).anyMatch(text -> text.endsWith("--prune"));
    }

    @Test
    void moreThanUsualWaitsForAPerson() {
        ScriptedSession host = host(rules(4, "/etc"));

        Result result = host.perform(forgetSnapshots, with(Map.of()));

        assertThat(result.summary()).isEqualTo("nothing is forgotten until a person decides: 4 would go, more than 3");
        assertThat(host.sent()).noneMatch(text -> text.contains("--prune"));
        assertThat(forgetSnapshots.summarise(Map.of("web-01", result)))
                .containsEntry("heldBackCount", 1)
                .containsEntry("heldBackMost", 4)
                .containsEntry("heldBackTable", List.of(Map.of("device", "web-01", "why", "4 would go, more than 3")));
    }

    @Test
    void theLastSnapshotOfAPathWaitsForAPersonHoweverFewGo() {
        ScriptedSession host = host(rules(1, "/srv"));

        assertThat(host.perform(forgetSnapshots, with(Map.of("mostForgotten", "9")))
                        .summary())
                .endsWith("1 would go, and no snapshot would have /srv");
        assertThat(host.sent()).noneMatch(text -> text.contains("--prune"));
    }

    @Test
    void whatAPersonHasSeenMayGo() {
        ScriptedSession host = host(rules(4, "/srv"));

        host.perform(forgetSnapshots, with(Map.of("mostForgotten", "4", "lastOfPath", "true")));

        assertThat(host.sent()).anyMatch(text -> text.endsWith("--prune"));
    }

    @Test
    void nothingIsHeldBackWhereNothingIs() {
        assertThat(forgetSnapshots.summarise(Map.of())).containsEntry("heldBackCount", 0);
    }

    /** As restic 0.14 shows a dry run: one group, with two snapshots of /etc that stay. */
    private static String rules(int removed, String path) {
        String remove = IntStream.range(0, removed)
                .mapToObj(n -> snapshot("0" + n, path))
                .collect(Collectors.joining(","));
        return "[{\"tags\":null,\"host\":\"dev1\",\"paths\":null,\"keep\":[" + snapshot("aa", "/etc") + ","
                + snapshot("ab", "/etc") + "],\"remove\":[" + remove + "]}]";
    }

    private static String snapshot(String id, String path) {
        return "{\"time\":\"2026-11-01T00:00:00Z\",\"paths\":[\"" + path + "\"],\"short_id\":\"" + id + "\"}";
    }

    private static ScriptedSession host(String dryRun) {
        return ScriptedSession.host()
                .on("--dry-run", dryRun)
                .on("--prune", "")
                .on("snapshots", "[" + snapshot("ab", "/etc") + "]");
    }

    private static ForgetSnapshotsInputs with(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("repository", "/srv/restic", "run", "RUN-000042"));
        all.putAll(given);
        return Inputs.bind(ForgetSnapshotsInputs.class, all);
    }
}
