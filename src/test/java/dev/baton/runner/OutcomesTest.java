package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OutcomesTest extends DeviceRunFixture {

    private final LostDatabase lost = new LostDatabase();

    @Override
    TestDatabase database() {
        return lost.asTestDatabase();
    }

    @Test
    @Timeout(60)
    void whatADeviceAnsweredWhileTheDatabaseWasAwayIsWrittenDownWhenItIsBack() throws Exception {
        links.answers = (device, command) -> {
            lost.away = command.equals(ScriptedDelegate.ACT);
            return "";
        };
        Thread back = new Thread(() -> {
            await().until(() -> files().all().size() == 1);
            lost.away = false;
        });
        back.start();

        ActionRow row = run(Effect.ONCE);
        back.join();

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(files().all()).isEmpty();
    }

    @Test
    void whatAKilledProcessKeptIsWrittenDownByTheNextOne() {
        keep(claimed("SENT"));

        runner.outcomes().afterSingletonsInstantiated();

        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(stored("result")).isEqualTo("{\"a\":1}");
        assertThat(database.jdbc().queryForObject("select late from baton_transcript", Boolean.class))
                .isFalse();
        assertThat(files().all()).isEmpty();
    }

    @Test
    void whatAKilledProcessKeptIsEvidenceOnceAnotherAttemptHasTheAction() {
        keep(claimed("SENT"));
        database.jdbc().update("update baton_action set attempt = 2, node = 'other'");

        runner.outcomes().afterSingletonsInstantiated();

        assertThat(stored("state")).isEqualTo("SENT");
        assertThat(database.jdbc().queryForObject("select late from baton_transcript", Boolean.class))
                .isTrue();
        assertThat(files().all()).isEmpty();
    }

    @Test
    void anOutcomeWhoseAcknowledgementWasLostIsNotLate() {
        KeptOutcome ended = ended(claimed("SENT"));

        assertThat(runner.outcomes().write(ended)).isTrue();
        assertThat(runner.outcomes().write(ended)).isTrue();

        assertThat(transcripts()).isEqualTo(1);
    }

    @Test
    void whatAPersonDecidedIsNotOverwritten() {
        KeptOutcome ended = ended(claimed("SENT"));
        database.jdbc().update("update baton_action set state = 'SUCCEEDED', decided_by = 'operator'");

        assertThat(runner.outcomes().write(ended)).isFalse();
    }

    @Test
    void aFileThatCannotBeReadStaysAndDoesNotKeepTheOthers() throws IOException {
        keep(claimed("SENT"));
        Files.writeString(runner.folder.resolve("broken.json"), "{");

        runner.outcomes().afterSingletonsInstantiated();

        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(runner.folder.resolve("broken.json")).exists();
    }

    private ActionRow claimed(String state) {
        plan(Effect.ONCE);
        runner.lostNodeLeft(state);
        return journal.rows(step.step()).get(0);
    }

    private void keep(ActionRow row) {
        files().keep(ended(row));
    }

    private static KeptOutcome ended(ActionRow row) {
        Finding finding = new Finding("box1", "kind", null, Severity.values()[0], "found");
        Result result = Result.changed("done").with(Map.of("a", 1)).with(List.of(finding));
        return new KeptOutcome(
                "RUN-000001",
                "switchOn",
                row,
                Outcome.of(result, 0, "{\"a\":1}"),
                new Transcript.Stored(1, Transcript.sha256(new byte[1]), new byte[] {1, 2}));
    }

    private OutcomeFiles files() {
        return new OutcomeFiles(runner.settings, new ObjectMapper());
    }
}
