package dev.baton.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.unix.DetachedJob;
import dev.baton.device.unix.Ending;
import dev.baton.device.unix.JobState;
import dev.baton.device.unix.JobState.Offsets;
import dev.baton.device.unix.Mark;
import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.PosixShell;
import dev.baton.lab.posix.Program;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A simulated host does with Baton's own scripts what a real one does. */
class DetachedProgramsTest {

    private final Map<String, Program> programs = new HashMap<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final Mark mark = new Mark("0b9f2f9e-0000-4000-8000-000000000000");
    private final DetachedJob job = DetachedJob.of(mark, 1);
    private final Command install = Command.exec("install 'a package'").changing();
    private int runs;

    private final DeviceLink host = new DeviceLink() {
        @Override
        public void connect(Command command) {}

        @Override
        public Answer send(Command command) {
            Reply reply = PosixShell.run(command.text(), programs::get);
            return Answer.of(command, reply.status(), reply.output(), reply.errors());
        }

        @Override
        public void abort() {}

        @Override
        public void close() {}
    };

    DetachedProgramsTest() {
        programs.putAll(new CallPrograms(programs).all());
        programs.putAll(new DetachedPrograms(programs).all());
        programs.put("install", (arguments, input) -> install());
    }

    private Reply install() {
        runs++;
        try {
            go.await();
            return new Reply(3, "Setting up\n", "");
        } catch (InterruptedException e) {
            return Reply.failed(143, "");
        }
    }

    private void awaitState(JobState.Kind kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> job.look(host, Offsets.NONE).kind() == kind);
    }

    @Test
    void aJobRunsOnceAndKeepsWhatItSaid() {
        boolean first = job.start(host, "web-01", install);
        boolean second = job.start(host, "web-01", install);
        awaitState(JobState.Kind.RUNNING);
        go.countDown();
        awaitState(JobState.Kind.ENDED);

        Answer said = job.look(host, Offsets.NONE).saidBy(install);
        DetachedJob.forget(host, mark);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(runs).isOne();
        assertThat(said.exitStatus()).isEqualTo(3);
        assertThat(said.output()).isEqualTo("Setting up\n");
        assertThat(job.look(host, Offsets.NONE).kind()).isEqualTo(JobState.Kind.ABSENT);
    }

    @Test
    void aJobIsEndedAndThenLost() {
        job.start(host, "web-01", install);
        awaitState(JobState.Kind.RUNNING);

        Ending ending = mark.end(host, Mark.Patience.USUAL);

        assertThat(ending.kind()).isEqualTo(Ending.Kind.ENDED);
        assertThat(job.look(host, Offsets.NONE).kind()).isEqualTo(JobState.Kind.LOST);
        assertThat(mark.end(host, Mark.Patience.USUAL).kind()).isEqualTo(Ending.Kind.GONE);
    }

    @Test
    void aMarkedCommandEndsAsItWould() {
        go.countDown();

        Answer answer = host.send(mark.on(install));

        assertThat(answer.exitStatus()).isEqualTo(3);
        assertThat(answer.output()).isEqualTo("Setting up\n");
    }
}
