package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.inventory.ChangeWindow;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ChangeWindowsTest {

    private static final String NIGHTS = "its change window nights until Wed 25 Nov 22:00 Europe/Amsterdam";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-25T21:00:00Z");

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final StopSignal stop = new StopSignal();

    @BeforeEach
    void boxOneIsChangedAtNight() {
        ChangeWindow nights = new ChangeWindow(
                "nights",
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(22, 0),
                LocalTime.of(5, 0),
                ZoneId.of("Europe/Amsterdam"));
        InventoryDevice any = RunnerFixture.device("box1");
        Mockito.when(runner.inventory.find("box1"))
                .thenReturn(Optional.of(
                        new InventoryDevice(any.device(), any.dependsOn(), null, any.ssh(), null, List.of(nights))));
        runner.now.set(NOON);
        runner.links.answers = (device, command) -> "";
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aChangeOutsideItsWindowWaitsAndSaysUntilWhenWhileTheOthersGoOn() {
        StepResult result = run(Effect.CONVERGE, "rest", "box1", "box2");

        assertThat(result.opens()).isEqualTo(NIGHT);
        assertThat(result.unfinished()).isTrue();
        assertThat(runner.stored("box1", "state")).isEqualTo("PLANNED");
        assertThat(runner.stored("box1", "waiting_for")).isEqualTo(NIGHTS);
        assertThat(runner.stored("box2", "state")).isEqualTo("SUCCEEDED");
        assertThat(runner.links.reached).noneMatch(sent -> sent.startsWith("box1"));
        assertThat(leases("box1")).isZero();
    }

    @Test
    void itGoesOnWhenTheWindowIsOpenAndHasWaitedSinceTheFirstTime() {
        run(Effect.CONVERGE, "rest", "box1");
        runner.database.jdbc().update("update baton_action set waiting_since = timestamp '2026-11-25 12:00:00'");
        run(Effect.CONVERGE, "rest", "box1");
        String since = runner.stored("box1", "waiting_since");

        runner.now.set(NIGHT);
        StepResult result = run(Effect.CONVERGE, "rest", "box1");

        assertThat(since).startsWith("2026-11-25 12:00:00");
        assertThat(result.opens()).isNull();
        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void theNextBatchWaitsForAllOfTheOneBefore() {
        run(Effect.CONVERGE, "1, rest", "box1", "box2");

        assertThat(runner.stored("box2", "state")).isEqualTo("PLANNED");
    }

    @Test
    void whatOnlyReadsNeverWaits() {
        StepResult result = run(Effect.READ, "rest", "box1");

        assertThat(result.opens()).isNull();
        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatALostNodeHasSentIsBroughtToItsEnd() {
        runner.journal.plan(step("rest"), Effect.CONVERGE, List.of("box1"), "its turn");
        runner.lostNodeLeft("SENT");

        run(Effect.CONVERGE, "rest", "box1");

        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void anEmergencyPassesOverIt() {
        runner.database
                .jdbc()
                .update(
                        "insert into baton_run (reference, process_instance, procedure_key, mode, requester, reason, query,"
                                + " emergency, started_at) values ('RUN-000001', 'run', 'patch', 'live', 'ada', 'fire', '', true,"
                                + " current_timestamp)");

        run(Effect.CONVERGE, "rest", "box1");

        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aStepRestsUntilTheWindowOpensAndLooksInBetween() {
        ChangeWindows windows = runner.windows();

        assertThat(windows.rest(NIGHT)).isEqualTo(runner.settings.windowCheck());
        assertThat(windows.rest(NOON.plusSeconds(10))).isEqualTo(Duration.ofSeconds(10));
        assertThat(windows.rest(NOON.minusSeconds(10))).isPositive();
    }

    private StepResult run(Effect effect, String batches, String... devices) {
        return runner.stepRun(new ScriptedDelegate(effect), List.of(devices)).run(step(batches), stop);
    }

    private QueuedStep step(String batches) {
        return runner.step(Map.of("targets", "1", "batches", batches));
    }

    private int leases(String resource) {
        Integer count = runner.database
                .jdbc()
                .queryForObject("select count(*) from baton_lease where resource = ?", Integer.class, resource);
        return count == null ? 0 : count;
    }
}
