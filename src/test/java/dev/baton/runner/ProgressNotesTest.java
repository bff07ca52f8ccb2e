package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressNotesTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final AtomicLong now = new AtomicLong();

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void howFarATransferHasComeIsSeenEveryFewSeconds() {
        ProgressNotes notes = notes("INTENT");

        notes.at(1_000, 4_000);
        assertThat(runner.stored("box1", "message")).isNull();
        now.addAndGet(ProgressNotes.EVERY.toNanos());
        notes.at(2_000, 4_000);
        notes.at(3_000, 4_000);

        assertThat(runner.stored("box1", "message")).isEqualTo("2000 of 4000 bytes (50 %)");
    }

    @Test
    void whatHasEndedIsNotOverwritten() {
        ProgressNotes notes = notes("SUCCEEDED");

        now.addAndGet(ProgressNotes.EVERY.toNanos());
        notes.at(1_000, 4_000);

        assertThat(runner.stored("box1", "message")).isNull();
    }

    private ProgressNotes notes(String state) {
        ActionRow planned = runner.journal
                .plan(runner.step(Map.of()), Effect.READ, List.of("box1"), "")
                .get(0);
        runner.lostNodeLeft(state);
        return new ProgressNotes(runner.journal, planned.claimed("lost"), now::get);
    }
}
