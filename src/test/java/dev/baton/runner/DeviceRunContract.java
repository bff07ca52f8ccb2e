package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What an action may do at every point where a node can be lost; proved on each database. */
abstract class DeviceRunContract {

    private RunnerFixture runner;
    private TestDatabase database;
    private Journal journal;
    private ScriptedLinks links;
    private final StopSignal stop = new StopSignal();
    private Consumer<Session> delegateProbe = session -> {};
    private QueuedStep step;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database = database();
        runner = new RunnerFixture(database);
        journal = runner.journal;
        links = runner.links;
        step = runner.step(Map.of());
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

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

    @Test
    void aCancelledStepSendsNothingMore() {
        links.answers = (device, command) -> {
            stop.cancel();
            return "";
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.CANCELLED);
        assertThat(links.reached).containsExactly("box1 look");
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void aSentActionWhoseDeviceIsGoneIsUnknown(Effect effect) {
        plan(effect);
        runner.lostNodeLeft("SENT");
        Mockito.when(runner.inventory.find("box1")).thenReturn(Optional.empty());

        ActionRow row = resume(effect);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(stored("message")).contains("no longer in the inventory");
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void aSentActionThatWaitsInVainForItsDeviceIsUnknown(Effect effect) {
        runner.settings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        plan(effect);
        runner.lostNodeLeft("SENT");
        runner.leases.acquire("box1", "somebody");

        resume(effect);

        assertThat(stored("state")).isEqualTo("UNKNOWN");
        assertThat(links.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void aSentActionOfACancelledStepIsUnknownAndNothingIsSent(Effect effect) {
        plan(effect);
        runner.lostNodeLeft("SENT");
        stop.cancel();

        resume(effect);

        assertThat(stored("state")).isEqualTo("UNKNOWN");
        assertThat(links.reached).isEmpty();
    }

    @Test
    void aSentConvergingActionThatCannotBeReachedAgainIsUnknown() {
        plan(Effect.CONVERGE);
        runner.lostNodeLeft("SENT");
        links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };

        resume(Effect.CONVERGE);

        assertThat(stored("state")).isEqualTo("UNKNOWN");
        assertThat(stored("attempt")).isEqualTo("4");
    }

    @Test
    void aRepeatedConvergingActionStaysSentUntilItEnds() {
        plan(Effect.CONVERGE);
        runner.lostNodeLeft("SENT");
        StringBuilder states = new StringBuilder();
        links.answers = (device, command) -> {
            states.append(stored("state")).append(' ');
            return "";
        };

        resume(Effect.CONVERGE);

        assertThat(states).hasToString("SENT SENT ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE"})
    void aLostAnswerStaysSentWhileTheNextTryWaits(Effect effect) {
        runner.settings(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ZERO);
        loseFirstAnswerToAct("");
        links.onClose = stop::release;

        ActionRow row = run(effect);

        assertThat(row.state()).isEqualTo(ActionState.SENT);
        assertThat(stored("state")).isEqualTo("SENT");
        assertThat(freeLeases()).isEqualTo(1);
    }

    @Test
    void anUnsentActionGoesBackToPlannedWhenTheStepIsReleasedBetweenTwoTries() {
        runner.settings(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ZERO);
        links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };
        links.onClose = stop::release;

        run(Effect.ONCE);

        assertThat(stored("state")).isEqualTo("PLANNED");
        assertThat(stored("message")).contains("connection refused");
    }

    @Test
    void aCancelBetweenTwoTriesEndsTheActionAndKeepsItsTranscriptOnce() {
        runner.settings(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ZERO);
        links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };
        Thread canceller = new Thread(() -> {
            await().until(() ->
                    "PLANNED".equals(stored("state")) && "1".equals(stored("attempt")) && transcripts() == 1);
            stop.cancel();
        });
        plan(Effect.ONCE);
        canceller.start();

        ActionRow row = resume(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.CANCELLED);
        assertThat(transcripts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void anAbandonedActionIsLeftAsACrashWouldLeaveIt(Effect effect) {
        links.answers = (device, command) -> {
            if (command.equals(ScriptedDelegate.ACT)) {
                stop.abandon();
                throw Problem.OUTCOME_UNKNOWN.because("box1: the connection was lost");
            }
            return "";
        };

        run(effect);

        assertThat(stored("state")).isEqualTo("SENT");
        assertThat(transcripts()).isEqualTo(1);
        assertThat(links.aborted).isEqualTo(1);
    }

    @Test
    void aLostLeaseEndsWhatIsUnderWay() {
        runner.settings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        links.answers = (device, command) -> {
            if (command.equals(ScriptedDelegate.ACT)) {
                database.jdbc().update("update baton_lease set holder = 'other', token = token + 1");
                runner.leases.renew();
                throw Problem.OUTCOME_UNKNOWN.because("box1: the connection was lost");
            }
            return "";
        };

        run(Effect.CHECKABLE);

        assertThat(links.aborted).isEqualTo(1);
        assertThat(stored("state")).isEqualTo("UNKNOWN");
        assertThat(links.reached).containsExactly("box1 look", "box1 act");
    }

    @Test
    void anotherTryTakesANewLeaseInPlaceOfALostOne() {
        links.answers = (device, command) -> {
            if (links.reached.size() == 1) {
                database.jdbc().update("update baton_lease set token = token + 1, expires_at = current_timestamp");
                runner.leases.renew();
            }
            return "";
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(stored("fence")).isEqualTo("3");
        assertThat(links.reached).containsExactly("box1 look", "box1 look", "box1 act");
    }

    @Test
    void withinTheLastThirdOfALeaseNothingChangingIsSent() {
        links.answers = (device, command) -> {
            if (links.reached.size() == 1) {
                runner.nanoTime.addAndGet(Duration.ofSeconds(20).toNanos());
            }
            return "";
        };

        run(Effect.ONCE);

        assertThat(links.reached).containsExactly("box1 look", "box1 look", "box1 act");
        assertThat(stored("attempt")).isEqualTo("2");
    }

    @Test
    void aChangingCommandThatTheLinkDidNotSendIsACleanFailure() {
        links.answers = (device, command) -> {
            if (command.equals(ScriptedDelegate.ACT)) {
                throw Problem.UNREACHABLE.because("box1: not sent: no channel");
            }
            return "";
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.FAILED);
        assertThat(row.error()).isEqualTo(Problem.UNREACHABLE);
        assertThat(stored("attempt")).isEqualTo("3");
    }

    @Test
    void whatWasNotedWithSentOutlivesALostAnswer() {
        loseFirstAnswerToAct("hm");

        run(Effect.ONCE);

        assertThat(stored("result")).isEqualTo("{\"begun\":\"yes\"}");
    }

    @Test
    void aProbeOnTheSameNodeKnowsWhatWasNotedWithSent() {
        loseFirstAnswerToAct("");
        List<String> facts = new ArrayList<>();
        delegateProbe = session -> facts.add(session.fact("begun").orElse("nothing"));

        run(Effect.CHECKABLE);

        assertThat(facts).containsExactly("yes");
    }

    @Test
    void aProbeThatBreaksLeavesTheOutcomeUnknown() {
        loseFirstAnswerToAct("");
        delegateProbe = session -> {
            throw new IllegalStateException("a probe with a fault");
        };

        ActionRow row = run(Effect.CHECKABLE);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("a probe with a fault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTENT", "NOT_APPLIED"})
    void anUndecidedEarlierTryIsProbedWhateverALostNodeLeftOfTheNextOne(String state) {
        plan(Effect.CHECKABLE);
        database.jdbc().update("update baton_action set step = 'Task_Act:0', state = 'UNKNOWN'");
        plan(Effect.CHECKABLE);
        database.jdbc()
                .update(
                        "update baton_action set state = ?, node = 'lost', attempt = 1 where step = 'Task_Act:1'",
                        state);
        links.answers = (device, command) -> "acted";

        resume(Effect.CHECKABLE);

        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(links.reached).containsExactly("box1 look");
    }

    private void loseFirstAnswerToAct(String laterAnswers) {
        links.answers = (device, command) -> {
            boolean first = links.reached.stream().filter("box1 act"::equals).count() == 1;
            if (command.equals(ScriptedDelegate.ACT) && first) {
                throw Problem.OUTCOME_UNKNOWN.because("box1: the connection was lost");
            }
            return links.reached.contains("box1 act") ? laterAnswers : "";
        };
    }

    private ActionRow run(Effect effect) {
        plan(effect);
        return resume(effect);
    }

    private void plan(Effect effect) {
        journal.plan(step, effect, List.of("box1"));
    }

    private ActionRow resume(Effect effect) {
        StepContext<ScriptedDelegate.None> context = new StepContext<>(
                step,
                new ScriptedDelegate(effect, delegateProbe),
                new ScriptedDelegate.None(),
                Map.of(),
                journal.earlier(step),
                stop);
        return runner.deviceRun().run(context, journal.rows(step.step()).get(0));
    }

    private String stored(String column) {
        return runner.stored("box1", column);
    }

    private int transcripts() {
        Integer kept = database.jdbc().queryForObject("select count(*) from baton_transcript", Integer.class);
        return kept == null ? 0 : kept;
    }

    private int freeLeases() {
        Integer free = database.jdbc()
                .queryForObject(
                        "select count(*) from baton_lease where expires_at <= current_timestamp", Integer.class);
        return free == null ? 0 : free;
    }
}
