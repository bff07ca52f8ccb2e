package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What becomes of an action that is cancelled, released or in doubt, or whose lease is lost; proved on each database. */
abstract class StoppedActionContract extends DeviceRunFixture {

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
}
