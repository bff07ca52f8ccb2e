package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breakers let through; proved on each database. */
abstract class BreakersContract {

    private static final List<String> FLEET =
            IntStream.range(0, 500).mapToObj(number -> "box" + number).toList();

    private static final Set<String> LOGIN = Set.of("net-admin");

    private final AtomicInteger logins = new AtomicInteger();
    private final StopSignal stop = new StopSignal();
    private RunnerFixture runner;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        runner = new RunnerFixture(database());
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aWrongPasswordIsRefusedThreeTimesByAFleetAndThenNobodyLogsIn() {
        everyLoginIsRefused();

        StepResult result = run("first", Effect.READ, FLEET);

        assertThat(logins).hasValue(3);
        assertThat(result.rows()).allMatch(row -> row.error() == Problem.AUTH_FAILED && row.attempt() == 1);
        assertThat(result.rows())
                .filteredOn(row -> String.valueOf(row.message()).contains("no login with the credential net-admin"))
                .hasSize(497)
                .allMatch(row -> String.valueOf(row.message()).contains("until 10:05:00 UTC")
                        && String.valueOf(row.message()).contains("the device refused the credential"));
    }

    @Test
    void aLaterStepDoesNotLogInEitherAndOneLoginDecidesWhenTheTimeIsOver() {
        everyLoginIsRefused();
        run("first", Effect.READ, FLEET);
        run("second", Effect.CONVERGE, FLEET);
        assertThat(logins).hasValue(3);
        later(Duration.ofMinutes(5));

        run("third", Effect.READ, FLEET);

        assertThat(logins).hasValue(4);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void aLoginThatIsAcceptedWhenTheTimeIsOverEndsTheBar() {
        everyLoginIsRefused();
        run("first", Effect.READ, FLEET);
        later(Duration.ofMinutes(5));
        runner.links.onConnect = () -> {};

        StepResult result = run("second", Effect.READ, FLEET);

        assertThat(result.rows()).allMatch(row -> row.state() == ActionState.SUCCEEDED);
        assertThat(open()).isZero();
    }

    @Test
    void anotherNodeLearnsWithItsHeartbeatWhatIsBarredAndWhatIsNoLonger() {
        everyLoginIsRefused();
        run("first", Effect.READ, List.of("box1", "box2", "box3"));
        OpenBreakers others = runner.openBreakers();
        CredentialBreakers otherNode = runner.credentialBreakers(others);

        others.refresh();

        assertThatThrownBy(() -> otherNode.admit("box4", LOGIN))
                .hasMessageContaining("box4: no login with the credential net-admin until 10:0");
        later(Duration.ofMinutes(5));
        runner.credentials.accepted(runner.credentials.admit("box1", LOGIN).orElseThrow());
        others.refresh();
        assertThat(otherNode.admit("box4", LOGIN)).isPresent();
    }

    @Test
    void manyLogInAtOnceOnlyWithACredentialThatHasProvedGood() {
        LoginTurn turn = runner.credentials.admit("box1", LOGIN).orElseThrow();
        for (int login = 0; login < 2; login++) {
            assertThat(runner.credentials.admit("box1", LOGIN)).isPresent();
        }
        assertThat(runner.credentials.admit("box1", LOGIN)).isEmpty();

        runner.credentials.accepted(turn);

        assertThat(runner.credentials.admit("box1", LOGIN)).isPresent();
        refused();
        assertThat(runner.credentials.admit("box1", LOGIN)).isEmpty();
    }

    @Test
    void loginsUnderWayAndRefusalsCountOnAllNodesTogether() {
        CredentialBreakers otherNode = runner.credentialBreakers(runner.openBreakers());
        LoginTurn first = runner.credentials.admit("box1", LOGIN).orElseThrow();
        assertThat(otherNode.admit("box2", LOGIN)).isPresent();
        assertThat(otherNode.admit("box3", LOGIN)).isPresent();
        assertThat(runner.credentials.admit("box4", LOGIN)).isEmpty();

        runner.credentials.refused("net-admin", first.keep("net-admin"), "box1: no");
        runner.credentials.left(first);

        assertThat(runner.credentialBreakers(runner.openBreakers()).admit("box5", LOGIN))
                .isEmpty();
        assertThat(open()).isZero();
    }

    @Test
    void refusalsOnDifferentNodesOpenTheBreaker() {
        for (int node = 0; node < 3; node++) {
            CredentialBreakers breakers = runner.credentialBreakers(runner.openBreakers());
            LoginTurn turn = breakers.admit("box1", LOGIN).orElseThrow();
            breakers.refused("net-admin", turn.keep("net-admin"), "box1: no");
            breakers.left(turn);
        }

        assertThat(open()).isEqualTo(1);
    }

    @Test
    void oneNodeOnlyTriesWhenTheBarIsOver() {
        everyLoginIsRefused();
        run("first", Effect.READ, FLEET);
        later(Duration.ofMinutes(5));
        OpenBreakers others = runner.openBreakers();
        others.refresh();

        await().until(() -> runner.credentials.admit("box1", LOGIN).isPresent());

        assertThat(runner.credentialBreakers(others).admit("box1", LOGIN)).isEmpty();
    }

    @Test
    void refusalsThatAreLongAgoDoNotCount() {
        refused();
        refused();
        later(Duration.ofMinutes(5));

        refused();

        assertThat(open()).isZero();
    }

    @Test
    void anActionWaitsWhileItsDeviceIsLeftAloneAndBurnsNoTry() {
        connectionsToBox1Fail(5);
        CompletableFuture<StepResult> result =
                CompletableFuture.supplyAsync(() -> run("first", Effect.CONVERGE, List.of("box1")));
        await().untilAsserted(() -> assertThat(waitingFor()).contains("breaker of box1 until 10:00:10 UTC"));
        assertThat(runner.links.reached).isEmpty();

        later(Duration.ofSeconds(10));

        ActionRow row = result.join().rows().get(0);
        assertThat(row.state()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(row.attempt()).isEqualTo(1);
        assertThat(waitingFor()).isEmpty();
        assertThat(open()).isZero();
    }

    @Test
    void aDeviceThatFailsAgainIsLeftAloneTwiceAsLong() {
        connectionsToBox1Fail(6);
        assertThat(runner.openBreakers.of(OpenBreaker.Kind.DEVICE, "box1"))
                .hasValueSatisfying(open -> assertThat(open.until()).isEqualTo("2026-11-25T10:00:20Z"));

        connectionsToBox1Fail(10);

        assertThat(runner.openBreakers.of(OpenBreaker.Kind.DEVICE, "box1"))
                .hasValueSatisfying(open -> assertThat(open.until()).isEqualTo("2026-11-25T10:05:00Z"));
    }

    @Test
    void failedAttemptsOfActionsOpenTheBreakerOfTheirDevice() {
        runner.links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };
        run("first", Effect.READ, List.of("box1"));
        assertThat(open()).isZero();
        stopOnceWaitingForTheBreaker();

        run("second", Effect.READ, List.of("box1"));

        assertThat(open()).isEqualTo(1);
        assertThat(runner.database.jdbc().queryForObject("select seen from baton_breaker", String.class))
                .isEqualTo("box1 port 22: connection refused");
    }

    @Test
    void anActionThatWaitsTooLongForTheBreakerEndsUnreachable() {
        runner.settings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);
        connectionsToBox1Fail(5);

        ActionRow row = run("first", Effect.CONVERGE, List.of("box1")).rows().get(0);

        assertThat(row.error()).isEqualTo(Problem.UNREACHABLE);
        assertThat(row.message()).contains("5 connections in a row failed").contains("no route");
    }

    @Test
    void theWaitForTheNextTryIsVisible() {
        runner.settings(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ZERO);
        runner.links.onConnect = () -> {
            throw Problem.UNREACHABLE.because("box1 port 22: connection refused");
        };
        runner.links.onClose = stop::release;

        run("first", Effect.CONVERGE, List.of("box1"));

        assertThat(waitingFor()).singleElement().asString().startsWith("its next try at ");
    }

    private void everyLoginIsRefused() {
        runner.links.onConnect = () -> {
            logins.incrementAndGet();
            throw Problem.AUTH_FAILED.because("the device refused the credential net-admin; it allows password");
        };
    }

    private void connectionsToBox1Fail(int times) {
        for (int failure = 0; failure < times; failure++) {
            runner.devices.failed("box1", "box1: no route to host");
        }
    }

    private void stopOnceWaitingForTheBreaker() {
        CompletableFuture.runAsync(() -> {
            await().until(() -> waitingFor().stream().anyMatch(reason -> reason.startsWith("breaker of box1")));
            stop.cancel();
        });
    }

    private void refused() {
        runner.credentials.refused("net-admin", Optional.empty(), "box1: no");
    }

    private void later(Duration duration) {
        runner.now.updateAndGet(now -> now.plus(duration));
        runner.database
                .jdbc()
                .update(
                        "update baton_lease set expires_at = expires_at - cast(? as integer) * interval '1' second",
                        duration.toSeconds());
        runner.database
                .jdbc()
                .update(
                        "update baton_breaker set open_until = open_until - cast(? as integer) * interval '1' second",
                        duration.toSeconds());
    }

    private StepResult run(String step, Effect effect, List<String> devices) {
        QueuedStep queued = new QueuedStep(
                "task",
                "act",
                "RUN-000001",
                "run",
                "instance",
                "Task_Act",
                step,
                null,
                Map.of("targets", "1", "concurrency", "50", "onFailure", "continue"),
                null);
        return runner.stepRun(new ScriptedDelegate(effect), devices).run(queued, stop);
    }

    private int open() {
        Integer open = runner.database.jdbc().queryForObject("select count(*) from baton_breaker", Integer.class);
        return open == null ? 0 : open;
    }

    private List<String> waitingFor() {
        return runner.database
                .jdbc()
                .queryForList("select waiting_for from baton_action where waiting_for is not null", String.class);
    }
}
