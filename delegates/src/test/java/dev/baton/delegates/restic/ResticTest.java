package dev.baton.delegates.restic;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What restic 0.14 says, as recorded. */
class ResticTest {

    private static final String TAGGED = " snapshots --json --host dev1 --tag run=RUN-000042";
    private static final String MADE =
            "[{\"time\":\"2026-11-25T02:00:00.5Z\",\"paths\":[\"/etc\"],\"hostname\":\"dev1\","
                    + "\"tags\":[\"run=RUN-000042\"],\"short_id\":\"8f9af18b\"}]";
    private static final String SUMMARY =
            "{\"message_type\":\"summary\",\"data_added\":10,\"total_files_processed\":40,"
                    + "\"total_bytes_processed\":900,\"total_duration\":1.6,\"snapshot_id\":\"8f9af18b\"}\n";

    private final BackUpFiles backUpFiles = new BackUpFiles(new Earlier(Map.of()));

    @Test
    void theGapToTheBackupBeforeIsTheRecoveryPointThatWasHad() {
        BackUpFiles nextDay = new BackUpFiles(new Earlier(Map.of("time", "2026-11-24T01:30:00Z", "files", 41)));

        Result result =
                host().on(TAGGED, "[]").on(TAGGED, MADE).on(" backup ", SUMMARY).perform(nextDay, backup());

        assertThat(result.findings()).isEmpty();
        assertThat(result.facts()).containsEntry("rpoHours", 24.5);
        assertThat(result.observations()).extracting(Observation::kind).containsExactly("host-backup");
        assertThat(nextDay.summarise(Map.of("dev1", result)))
                .containsEntry("incompleteCount", 0)
                .containsEntry("worstRpoHours", 24.5);
    }

    @Test
    void halfAsManyFilesAsBeforeAreAFinding() {
        BackUpFiles nextDay = new BackUpFiles(new Earlier(Map.of("time", "2026-11-24T01:30:00Z", "files", 81)));

        Result result =
                host().on(TAGGED, "[]").on(TAGGED, MADE).on(" backup ", SUMMARY).perform(nextDay, backup());

        assertThat(result.findings()).extracting(Finding::part).containsExactly("number of files");
    }

    @Test
    void filesThatCannotBeReadAreAFindingWithWhatResticSays() {
        ScriptedSession host = host().on(TAGGED, "[]")
                .on(TAGGED, MADE)
                .on(
                        " backup ",
                        command -> Answer.of(command, 3, SUMMARY, "error: open /etc/shadow: permission denied"));

        assertThat(host.perform(backUpFiles, backup()).findings())
                .extracting(Finding::part, Finding::evidence)
                .containsExactly(tuple("unreadable files", "error: open /etc/shadow: permission denied"));
    }

    @Test
    void aBackupWithoutASnapshotIsNone() {
        ScriptedSession host = host().on(TAGGED, "[]").on(" backup ", SUMMARY);

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(backUpFiles, backup()))
                .hasMessageContaining("no snapshot carries the tag run=RUN-000042");
    }

    @Test
    void aLockedRepositoryIsTriedLater() {
        ScriptedSession host = host().on(
                        TAGGED,
                        command -> Answer.of(
                                command,
                                1,
                                "",
                                "unable to create lock in backend: repository is already locked by PID 7"));

        assertProblem(Problem.LOCKED, () -> host.perform(backUpFiles, backup()));
    }

    @Test
    void thePasswordIsNamedByItsFileOnly() {
        assertThat(host().render(backUpFiles, backup()))
                .allSatisfy(text -> assertThat(text)
                        .startsWith("sudo -n env LC_ALL=C TZ=UTC RESTIC_PROGRESS_FPS=0.0166 restic --repo /srv/restic"
                                + " --password-file /etc/restic/password "));
    }

    @Test
    void aCheckWithoutItsLastLineIsNotTakenForSound() {
        ScriptedSession host = host().on(" check ", "load indexes\n");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> host.perform(new CheckRepository(), repository()));
    }

    @Test
    void withoutTheSnapshotOfThisRunNothingIsForgotten() {
        ScriptedSession host = host().on(TAGGED, "[]");

        assertProblem(
                Problem.CHECK_FAILED,
                () -> host.perform(
                        new ForgetSnapshots(),
                        Inputs.bind(ForgetSnapshotsInputs.class, all(Map.of("run", "RUN-000042")))));
        assertThat(host.sent()).noneMatch(text -> text.contains("forget"));
    }

    @Test
    void aRestoreOfChangedFilesOnlyProvesNothing() {
        ScriptedSession host = host().on("baton-restore", "changed /etc/motd\nseconds 2\nbytes 30\n");

        Result result = host.perform(new TestRestore(), Inputs.bind(TestRestoreInputs.class, all(Map.of())));

        assertThat(result.findings()).extracting(Finding::kind).containsExactly("restore-test-failed");
        assertThat(new TestRestore().summarise(Map.of("dev1", result))).containsEntry("restoreFailedCount", 1);
    }

    @Test
    void aRestoreThatBreaksOffIsIncomplete() {
        ScriptedSession host = host().on("baton-restore", "same /etc/motd\n");

        assertProblem(
                Problem.ANSWER_INCOMPLETE,
                () -> host.perform(new TestRestore(), Inputs.bind(TestRestoreInputs.class, all(Map.of()))));
    }

    private static ScriptedSession host() {
        return ScriptedSession.host();
    }

    private static BackUpFilesInputs backup() {
        return Inputs.bind(BackUpFilesInputs.class, all(Map.of("paths", "/etc/", "run", "RUN-000042")));
    }

    private static CheckRepositoryInputs repository() {
        return Inputs.bind(CheckRepositoryInputs.class, all(Map.of()));
    }

    private static Map<String, String> all(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("repository", "/srv/restic"));
        all.putAll(given);
        return all;
    }

    /** What one earlier backup has left. */
    private record Earlier(Map<String, Object> content) implements Observations {

        @Override
        public Optional<Seen> latest(String device, String kind) {
            Instant then = Instant.parse("2026-11-24T01:30:00Z");
            return content.isEmpty() ? Optional.empty() : Optional.of(new Seen(content, then, then, "RUN-000041"));
        }

        @Override
        public List<Seen> history(String device, String kind, int most) {
            return latest(device, kind).stream().toList();
        }

        @Override
        public Map<String, Seen> latest(String kind) {
            return Map.of();
        }
    }
}
