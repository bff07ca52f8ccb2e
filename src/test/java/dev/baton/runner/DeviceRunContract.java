package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import dev.baton.action.Effect;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Problem;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** What an action may do at every point where a node can be lost; proved on each database. */
abstract class DeviceRunContract {

    private static final InventoryDevice BOX = new InventoryDevice(
            new Device("box1", "127.0.0.1", "linux", null, null, Set.of(), Criticality.LOW, null, false),
            List.of(),
            null,
            null);

    private TestDatabase database;
    private GroupCommit commits;
    private Journal journal;
    private Leases leases;
    private final ScriptedLinks links = new ScriptedLinks();
    private final Node node = new Node();
    private final Cancellation cancellation = new Cancellation();
    private final QueuedStep step =
            new QueuedStep("task", "act", "RUN-000001", "run", "instance", "Task_Act", "Task_Act:1", null, Map.of());
    private RunnerSettings settings;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database = database();
        commits = new GroupCommit(database.jdbc(), database.transactions());
        journal = new Journal(database.jdbc(), commits);
        settings(Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    private void settings(Duration lease, Duration leaseWait) {
        settings = new RunnerSettings(
                4, Duration.ofSeconds(30), lease, leaseWait, 3, Duration.ofMillis(1), Duration.ofSeconds(1));
        leases = new Leases(database.jdbc(), settings);
    }

    @AfterEach
    void stop() {
        commits.destroy();
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
        lostNodeLeft("INTENT");

        assertThat(resume(effect).state()).isEqualTo(ActionState.SUCCEEDED);
    }

    @Test
    void aSentActionOfALostNodeIsNotRepeatedWhenItMayHappenOnlyOnce() {
        plan(Effect.ONCE);
        lostNodeLeft("SENT");

        assertThat(resume(Effect.ONCE).state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(links.reached).isEmpty();
    }

    @Test
    void aSentActionOfALostNodeIsProbed() {
        plan(Effect.CHECKABLE);
        lostNodeLeft("SENT");
        links.answers = (device, command) -> "acted";

        ActionRow row = resume(Effect.CHECKABLE);

        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(links.reached).containsExactly("box1 look");
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aPausedNodeThatLostItsLeaseSendsNothing() {
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
        settings(Duration.ofSeconds(30), Duration.ofMillis(600));
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
            cancellation.cancel();
            return "";
        };

        ActionRow row = run(Effect.ONCE);

        assertThat(row.state()).isEqualTo(ActionState.CANCELLED);
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
                new ScriptedDelegate(effect),
                new ScriptedDelegate.None(),
                Map.of(),
                journal.earlier(step),
                cancellation);
        return deviceRun().run(context, journal.rows(step.step()).get(0));
    }

    private void lostNodeLeft(String state) {
        database.jdbc().update("update baton_action set state = ?, node = 'lost', attempt = 1", state);
    }

    private DeviceRun deviceRun() {
        Inventory inventory = Mockito.mock(Inventory.class);
        Mockito.when(inventory.find("box1")).thenReturn(Optional.of(BOX));
        Dialect dialect = Mockito.mock(Dialect.class);
        Mockito.when(dialect.withoutSecrets(Mockito.anyString())).thenAnswer(call -> call.getArgument(0));
        Dialects dialects = Mockito.mock(Dialects.class);
        Mockito.when(dialects.of("linux")).thenReturn(dialect);
        Facts facts = new Facts(database.jdbc(), new ObjectMapper());
        Findings findings = new Findings() {
            @Override
            public String report(String run, Finding finding) {
                return "1";
            }

            @Override
            public void resolve(String run, String device, String kind) {}
        };
        return new DeviceRun(
                inventory,
                dialects,
                new Attempts(links, journal, facts, node),
                journal,
                new Transcripts(commits, node),
                new LeaseQueue(leases, journal, node, settings),
                findings,
                settings);
    }

    private String stored(String column) {
        return database.jdbc()
                .queryForObject("select " + column + " from baton_action where step = ?", String.class, step.step());
    }

    private int freeLeases() {
        Integer free = database.jdbc()
                .queryForObject(
                        "select count(*) from baton_lease where expires_at <= current_timestamp", Integer.class);
        return free == null ? 0 : free;
    }
}
