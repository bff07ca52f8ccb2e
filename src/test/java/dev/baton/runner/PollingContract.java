package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.EmptyResultDataAccessException;

/** Reads over SNMP that no thread waits for. */
@Timeout(60)
abstract class PollingContract {

    private final StopSignal stop = new StopSignal();
    private final AskingDelegate delegate = new AskingDelegate(AskingDelegate.ASK);
    private final Queue<CompletableFuture<Answer>> unanswered = new ConcurrentLinkedQueue<>();
    private RunnerFixture runner;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        runner = new RunnerFixture(database());
        runner.links.asked = (device, command) -> pending(device);
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aFewThreadsAskManyDevicesAtATime() {
        long othersPoll = liveThreads("baton-poll");
        long othersAct = liveThreads("baton-device-");
        CompletableFuture<StepResult> step = begin(boxes(500), 200);

        awaitPending(200);
        assertThat(unanswered).hasSize(200);
        while (!step.isDone()) {
            answer("here");
        }

        assertThat(step.join().count(ActionState.SUCCEEDED)).isEqualTo(500);
        assertThat(delegate.threads).allMatch(name -> name.equals("baton-poll")).hasSize(1);
        assertThat(liveThreads("baton-device-")).isLessThanOrEqualTo(othersAct);
        assertThat(liveThreads("baton-poll") - othersPoll)
                .isLessThanOrEqualTo(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void theRowSaysAllThatOneWithAThreadSays() {
        CompletableFuture<StepResult> step = begin(boxes(1), 1);
        awaitPending(1);
        answer("here");
        step.join();

        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(stored("attempt")).isEqualTo("1");
        assertThat(stored("node")).isEqualTo(runner.node.id());
        assertThat(stored("command")).isEqualTo(AskingDelegate.ASK.text());
        assertThat(stored("command_digest")).hasSize(64);
        assertThat(stored("message")).isEqualTo("answered");
        assertThat(stored("result")).contains("here");
        assertThat(stored("case when intent_at <= finished_at then 'in order' end"))
                .isEqualTo("in order");
        assertThat(stored("sent_at")).isNull();
        assertThat(transcripts(false)).isEqualTo(1);
    }

    @Test
    void aCancelEndsWhatIsAskedAndTheRestIsNotAsked() {
        CompletableFuture<StepResult> step = begin(boxes(6), 2);
        awaitPending(2);

        stop.cancel();

        assertThat(step.join().count(ActionState.CANCELLED)).isEqualTo(6);
        assertThat(unanswered).hasSize(2);
        assertThat(runner.stored("box5", "message")).contains("before its turn");
    }

    @Test
    void theOthersAreHeldWhenTooManyFailed() {
        runner.links.asked =
                (device, command) -> CompletableFuture.failedFuture(Problem.COMMAND_REJECTED.because(device + ": no"));

        StepResult result = begin(boxes(3), 1).join();

        assertThat(states(3)).containsExactly("FAILED", "HELD", "HELD");
        assertThat(result.tooManyFailed()).isTrue();
    }

    @Test
    void aReleasedStepEndsWhatIsAskedAndLeavesTheRestAsItWas() {
        CompletableFuture<StepResult> step = begin(boxes(3), 1);
        awaitPending(1);

        stop.release();
        answer("here");

        assertThat(step.join().unfinished()).isTrue();
        assertThat(states(3)).containsExactly("SUCCEEDED", "PLANNED", "PLANNED");
    }

    @Test
    void anAbandonedReadIsLeftForTheNextNode() {
        CompletableFuture<StepResult> step = begin(boxes(1), 1);
        awaitPending(1);

        stop.abandon();

        assertThat(step.join().unfinished()).isTrue();
        assertThat(stored("state")).isEqualTo("PLANNED");
    }

    @Test
    void aSilentDeviceIsTriedAsOftenAsAllowed() {
        runner.links.asked = (device, command) ->
                CompletableFuture.failedFuture(Problem.UNREACHABLE.because(device + ": no answer"));

        begin(boxes(1), 1).join();

        assertThat(stored("state")).isEqualTo("FAILED");
        assertThat(stored("error")).isEqualTo("UNREACHABLE");
        assertThat(stored("attempt")).isEqualTo(String.valueOf(runner.settings.attempts()));
        assertThat(transcripts(false)).isEqualTo(runner.settings.attempts());
    }

    @Test
    void thePauseBeforeTheNextTryCanBeCancelled() {
        runner.settings(Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(60));
        runner.links.asked = (device, command) ->
                CompletableFuture.failedFuture(Problem.UNREACHABLE.because(device + ": no answer"));
        CompletableFuture<StepResult> step = begin(boxes(1), 1);
        awaitStored("waiting_for", "its next try");

        stop.cancel();

        step.join();
        assertThat(stored("state")).isEqualTo("CANCELLED");
        assertThat(stored("attempt")).isEqualTo("1");
    }

    @Test
    void anAnswerThatTakesLongIsAwaitedInTheJournal() {
        CompletableFuture<StepResult> step = begin(boxes(1), 1);

        awaitStored("state", "INTENT");
        assertThat(stored("node")).isEqualTo(runner.node.id());
        answer("at last");

        step.join();
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
        assertThat(stored("attempt")).isEqualTo("1");
    }

    @Test
    void anAnswerThatComesAfterAnotherNodesIsKeptAndNotApplied() {
        CompletableFuture<StepResult> step = begin(boxes(1), 1);
        awaitPending(1);
        runner.database.jdbc().update("update baton_action set state = 'FAILED', attempt = 2, node = 'other'");

        answer("late");

        step.join();
        assertThat(stored("state")).isEqualTo("FAILED");
        assertThat(stored("node")).isEqualTo("other");
        assertThat(transcripts(true)).isEqualTo(1);
    }

    @Test
    void aDeviceBehindAnOpenBreakerIsAskedWhenItsTimeHasCome() {
        runner.openBreakers.open(OpenBreaker.Kind.DEVICE, "box1", Duration.ofMinutes(1), 5, "box1: no answer");
        CompletableFuture<StepResult> step = begin(boxes(1), 1);
        awaitStored("waiting_for", "breaker of box1");
        assertThat(unanswered).isEmpty();

        runner.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        awaitPending(1);
        answer("back");

        assertThat(step.join().count(ActionState.SUCCEEDED)).isEqualTo(1);
    }

    @Test
    void aDeviceWithOtherCommandsGetsAThread() {
        AskingDelegate mixed = new AskingDelegate(device -> List.of(
                AskingDelegate.ASK, device.name().equals("box1") ? AskingDelegate.ASK : Command.exec("uptime")));
        runner.links.asked = null;

        runner.stepRun(mixed, boxes(2)).run(step(1), stop);

        assertThat(states(2)).containsExactly("SUCCEEDED", "SUCCEEDED");
        assertThat(runner.links.reached).contains("box2 uptime");
        assertThat(mixed.threads)
                .anyMatch(name -> name.startsWith("baton-device-"))
                .contains("baton-poll");
    }

    @Test
    void readsOverOtherProtocolsKeepTheirThreads() {
        AskingDelegate over = new AskingDelegate(Command.exec("uptime"));

        runner.stepRun(over, boxes(3)).run(step(1), stop);

        assertThat(over.threads).hasSize(1).allMatch(name -> name.startsWith("baton-device-"));
    }

    private CompletableFuture<StepResult> begin(List<String> devices, int concurrency) {
        StepRun stepRun = runner.stepRun(delegate, devices);
        return CompletableFuture.supplyAsync(() -> stepRun.run(step(concurrency), stop));
    }

    private QueuedStep step(int concurrency) {
        return runner.step(Map.of("targets", "1", "concurrency", String.valueOf(concurrency)));
    }

    private CompletableFuture<Answer> pending(String device) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        unanswered.add(answer);
        return answer;
    }

    private void awaitPending(int number) {
        await().atMost(Duration.ofSeconds(30)).until(() -> unanswered.size() >= number);
    }

    private void awaitStored(String column, String prefix) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(EmptyResultDataAccessException.class)
                .until(() -> String.valueOf(stored(column)).startsWith(prefix));
    }

    private void answer(String text) {
        CompletableFuture<Answer> next = unanswered.poll();
        if (next != null) {
            next.complete(Answer.of(AskingDelegate.ASK, text));
        }
    }

    private static List<String> boxes(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(box -> "box" + box).toList();
    }

    private List<String> states(int number) {
        return boxes(number).stream().map(box -> runner.stored(box, "state")).toList();
    }

    private String stored(String column) {
        return runner.stored("box1", column);
    }

    private int transcripts(boolean late) {
        Integer kept = runner.database
                .jdbc()
                .queryForObject("select count(*) from baton_transcript where late = ?", Integer.class, late);
        return kept == null ? 0 : kept;
    }

    private static long liveThreads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
