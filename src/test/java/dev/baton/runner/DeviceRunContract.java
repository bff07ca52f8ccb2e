package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** What an action may do at every point where a node can be lost; proved on each database. */
abstract class DeviceRunContract extends DeviceRunFixture {

    @Test
    void aReadSucceedsAndItsTranscriptIsKept() {
        links.answers = (device, command) -> "fine";

        ActionRow row = run(Effect.READ);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(stored("result")).isEqualTo("{\"answers\":1}");
        assertThat(database.jdbc().queryForObject("select count(*) from baton_transcript", Integer.class))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void theLinkIsKeptForTheNextStepUnlessTheActionMayHaveDisturbedIt(Effect effect) {
        run(effect);

        boolean harmless = effect == Effect.READ || effect == Effect.CONVERGE;
        assertThat(links.kept).isEqualTo(harmless ? List.of("box1 in run") : List.of());
    }

    @Test
    void theLinkOfAFailedTryIsNotKept() {
        links.answers = (device, command) -> {
            throw Problem.COMMAND_REJECTED.because("box1: no such command");
        };

        run(Effect.READ);

        assertThat(links.kept).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void sentIsCommittedBeforeTheFirstChangingCommandReachesTheDevice(Effect effect) {
        StringBuilder states = new StringBuilder();
        links.answers = (device, command) -> {
            states.append(command.text()).append(':').append(stored("state")).append(' ');
            return "";
        };

        run(effect);

        assertThat(states).hasToString("look:INTENT act:SENT ");
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(freeLeases()).isEqualTo(1);
    }

    @Test
    void anUnreachableDeviceIsTriedAgainAndThenFails() {
        links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.FAILED);
        assertThat(row.error()).isEqualTo(Problem.UNREACHABLE);
        assertThat(stored("attempt")).isEqualTo("3");
        assertThat(links.reached).isEmpty();
    }

    @Test
    void aRefusedCredentialIsNotTriedAgain() {
        links.onConnect = () -> {
            throw Problem.AUTH_FAILED.because("box1 refused ops");
        };

        run(Effect.READ);

        assertThat(stored("attempt")).isEqualTo("1");
    }

    @Test
    void aLostAnswerOfAnActionThatMayHappenOnlyOnceIsForAPerson() {
        loseFirstAnswerToAct("");

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(links.reached).containsExactly("box1 look", "box1 act");
    }

    @Test
    void aLostAnswerOfAConvergingActionIsRepeated() {
        loseFirstAnswerToAct("");

        ActionRow row = run(Effect.CONVERGE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).containsExactly("box1 look", "box1 act", "box1 look", "box1 act");
    }

    @Test
    void aLostAnswerIsProbedAndNotRepeatedWhenItHadHappened() {
        loseFirstAnswerToAct("acted");

        ActionRow row = run(Effect.CHECKABLE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).containsExactly("box1 look", "box1 act", "box1 look");
    }

    @Test
    void aLostAnswerIsProbedAndRepeatedWhenItHadNotHappened() {
        loseFirstAnswerToAct("");

        ActionRow row = run(Effect.CHECKABLE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).containsExactly("box1 look", "box1 act", "box1 look", "box1 look", "box1 act");
    }

    @Test
    void aDeviceThatDoesNotTellEndsUnknown() {
        loseFirstAnswerToAct("hm");

        assertThat(run(Effect.CHECKABLE).state()).isEqualTo(ActionState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"READ", "CONVERGE", "CHECKABLE", "ONCE"})
    void anIntentOfALostNodeWasNeverSentAndIsSimplyDone(Effect effect) {
        plan(effect);
        runner.lostNodeLeft("INTENT");

        assertThat(resume(effect).state()).isEqualTo(ActionState.SUCCEEDED);
    }

    @Test
    void aSentActionOfALostNodeIsNotRepeatedWhenItMayHappenOnlyOnce() {
        plan(Effect.ONCE);
        runner.lostNodeLeft("SENT");

        assertThat(resume(Effect.ONCE).state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(links.reached).isEmpty();
    }

    @Test
    void aSentActionOfALostNodeIsProbed() {
        plan(Effect.CHECKABLE);
        runner.lostNodeLeft("SENT");
        links.answers = (device, command) -> "acted";

        ActionRow row = resume(Effect.CHECKABLE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).containsExactly("box1 look");
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aPausedNodeThatLostItsLeaseSendsNothing() {
        runner.settings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        links.answers = (device, command) -> {
            database.jdbc().update("update baton_lease set holder = 'other', token = token + 1");
            return "";
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.FAILED);
        assertThat(row.error()).isEqualTo(Problem.LOCKED);
        assertThat(links.reached).doesNotContain("box1 act");
    }

    @Test
    void aNodeThatWasPausedWhileItCommittedSentSendsNothing() {
        runner.leases = new Leases(
                database.jdbc(),
                runner.commits,
                runner.settings,
                () -> "SENT".equals(stored("state")) ? Duration.ofMinutes(1).toNanos() : 0);

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.FAILED);
        assertThat(row.error()).isEqualTo(Problem.LOCKED);
        assertThat(links.reached).doesNotContain("box1 act");
    }

    @Test
    void aLateOutcomeIsKeptAsEvidenceAndChangesNothing() {
        links.answers = (device, command) -> {
            database.jdbc().update("update baton_action set attempt = attempt + 1, node = 'other', state = 'UNKNOWN'");
            return "";
        };

        run(Effect.READ);

        assertThat(stored("state")).isEqualTo("UNKNOWN");
        assertThat(database.jdbc().queryForObject("select late from baton_transcript", Boolean.class))
                .isTrue();
    }

    @Test
    void aDeviceHeldByAnotherRunIsWaitedForAndItsHolderNamed() {
        runner.settings(Duration.ofMillis(600), Duration.ofMillis(1), Duration.ZERO);
        Leases leases = runner.leases;
        assertThat(leases.acquire("box1", "somebody")).isPresent();

        ActionRow row = run(Effect.CONVERGE);

        assertThat(row.error()).isEqualTo(Problem.LOCKED);
        assertThat(row.message()).contains("box1 has been held by");
        assertThat(leases.acquire("box1", "third")).isEmpty();
    }

    @Test
    void aChangeWaitsWhileAnotherDeviceOfItsConflictDomainIsChanged() {
        runner.settings(Duration.ofMillis(600), Duration.ofMillis(1), Duration.ZERO);
        Mockito.when(runner.inventory.find("box1")).thenReturn(Optional.of(RunnerFixture.device("box1", "ha")));
        aRunChangesBox2In("ha");

        ActionRow row = run(Effect.CONVERGE);

        assertThat(row.error()).isEqualTo(Problem.LOCKED);
        assertThat(row.message())
                .contains("box1 has been held by RUN-000007 (Task_Change on box2), which holds the conflict domain ha");
        assertThat(links.reached).isEmpty();
        assertThat(runner.leases.acquire("box1", "third")).isPresent();
    }

    @Test
    void aReadDoesNotWaitForTheConflictDomain() {
        Mockito.when(runner.inventory.find("box1")).thenReturn(Optional.of(RunnerFixture.device("box1", "ha")));
        aRunChangesBox2In("ha");

        assertThat(run(Effect.READ).state()).isEqualTo(ActionState.SUCCEEDED);
    }

    @Test
    void aChangeThatIsDoneLeavesDeviceAndConflictDomain() {
        Mockito.when(runner.inventory.find("box1")).thenReturn(Optional.of(RunnerFixture.device("box1", "ha")));

        assertThat(run(Effect.CONVERGE).state()).isEqualTo(ActionState.SUCCEEDED);

        assertThat(freeLeases()).isEqualTo(2);
    }

    private void aRunChangesBox2In(String domain) {
        database.jdbc()
                .update(
                        "insert into baton_run (reference, process_instance, procedure_key, mode, requester, reason, query,"
                                + " started_at) values ('RUN-000007', 'other', 'change', 'LIVE', 'ada', '', '', current_timestamp)");
        QueuedStep other = new QueuedStep(
                "t", "act", "RUN-000007", "other", "other", "Task_Change", "Task_Change:1", null, Map.of(), null);
        ActionRow row = journal.plan(other, Effect.CONVERGE, List.of("box2"), "its turn")
                .get(0);
        assertThat(runner.leases.acquire(List.of("box2", "conflict domain " + domain), row.id() + "#1"))
                .isPresent();
    }

    @Test
    void aTryWithUndecidedOutcomeIsNotRepeatedByALaterStep() {
        plan(Effect.ONCE);
        database.jdbc().update("update baton_action set step = 'Task_Act:0', state = 'UNKNOWN'");

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("decide action");
        assertThat(links.reached).isEmpty();
    }

    @Test
    void aTryThatAPersonCalledDoneIsDone() {
        plan(Effect.ONCE);
        database.jdbc()
                .update("update baton_action set step = 'Task_Act:0', state = 'SUCCEEDED', decided_by = 'operator'");

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).isEmpty();
    }
}
