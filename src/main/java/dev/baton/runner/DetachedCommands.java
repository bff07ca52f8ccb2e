package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.unix.DetachedJob;
import dev.baton.device.unix.Ending;
import dev.baton.device.unix.JobState;
import dev.baton.device.unix.JobState.Offsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detached commands of one attempt: each is started on the host, once whatever happens to nodes and connections, and asked
 * about until it ends.
 */
final class DetachedCommands {

    private static final Logger LOG = LoggerFactory.getLogger(DetachedCommands.class);
    private static final Duration BEGINNING = Duration.ofSeconds(30);

    private final ActionOnDevice<?> action;
    private final ActionRow row;
    private final DeviceLink link;
    private final Ended ended;
    private final LiveOutput said;
    private final Pace pace;
    private int count;

    /** @param row as the attempt claimed it */
    DetachedCommands(
            ActionOnDevice<?> action, ActionRow row, DeviceLink link, Ended ended, LiveOutput said, Pace pace) {
        this.action = action;
        this.row = row;
        this.link = link;
        this.ended = ended;
        this.said = said;
        this.pace = pace;
    }

    /**
     * How often a host is asked how a command is.
     *
     * @param first the first pause; each is half as long again as the one before
     * @param connected before a longer pause the connection is given up
     */
    record Pace(Duration first, Duration longest, Duration connected) {

        static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(5));
    }

    /** The problem to end with when a command had to be ended. */
    interface Ended {

        ActionProblem problem(Command command, Ending seen, @Nullable Answer said);
    }

    /**
     * Before anything is sent: what an earlier life of the action left is taken away, unless that may be what the action is in
     * doubt about; what still runs then is waited for, because it must not be disturbed.
     */
    void prepare(Leash leash) {
        if (!row.doubtful()) {
            DetachedJob.forget(link, leash.mark());
            return;
        }
        for (Command command : action.commands()) {
            if (command.detached()) {
                awaitAll(leash, command);
                return;
            }
        }
    }

    private void awaitAll(Leash leash, Command command) {
        JobState.Kind last = JobState.Kind.ENDED;
        for (int number = 1; last == JobState.Kind.ENDED; number++) {
            last = follow(leash, DetachedJob.of(leash.mark(), number), command, Duration.ZERO)
                    .kind();
        }
    }

    Answer run(Leash leash, Command command) {
        DetachedJob job = DetachedJob.of(leash.mark(), ++count);
        boolean known = begin(job, command);
        JobState state = follow(leash, job, command, pace.first());
        if (state.kind() == JobState.Kind.ABSENT && !known) {
            begin(job, command);
            state = follow(leash, job, command, pace.first());
        }
        return switch (state.kind()) {
            case ENDED -> state.saidBy(command);
            case LOST ->
                throw unknown(
                        command,
                        "it was started, runs no longer, and left no exit status: it was killed, or"
                                + " its host went down");
            case STARTING -> throw unknown(command, "the host was told to start it, and it never began");
            default -> throw unknown(command, "the host no longer knows what became of it");
        };
    }

    /** @return whether the host surely has it now */
    private boolean begin(DetachedJob job, Command command) {
        try {
            if (!job.start(link, action.device().name(), command)) {
                LOG.info("{}: {} had been started before and is followed", row.device(), job.name());
            }
            return true;
        } catch (ActionProblem problem) {
            if (problem.problem() != Problem.OUTCOME_UNKNOWN || action.stop().isCutOff()) {
                throw problem;
            }
            return false;
        }
    }

    /** Asks how it is until it runs no longer; the host may be out of reach meanwhile. */
    private JobState follow(Leash leash, DetachedJob job, Command command, Duration firstPause) {
        long begun = System.nanoTime();
        Duration pause = firstPause;
        Offsets read = Offsets.NONE;
        while (true) {
            if (pause.compareTo(pace.connected()) > 0) {
                link.close();
            }
            if (!paused(pause)) {
                return end(leash, job, command);
            }
            Duration watched = Duration.ofNanos(System.nanoTime() - begun);
            JobState state = look(job, read);
            if (state != null && !under(state, watched)) {
                return state;
            }
            if (state != null && state.kind() == JobState.Kind.RUNNING) {
                read = state.read();
                Answer more = state.saidBy(command);
                said.at(state.number(), more.output(), more.errorOutput());
            }
            Duration left = state == null
                    ? command.timeout().plus(LeashedLink.ENDING).minus(watched)
                    : command.timeout().minus(state.ran());
            if (left.isNegative() || left.isZero()) {
                return end(leash, job, command);
            }
            pause = shorter(longer(pause), left);
        }
    }

    private static boolean under(JobState state, Duration watched) {
        return state.kind() == JobState.Kind.RUNNING
                || (state.kind() == JobState.Kind.STARTING && watched.compareTo(BEGINNING) < 0);
    }

    private Duration longer(Duration pause) {
        Duration next = pause.isZero() ? pace.first() : pause.multipliedBy(3).dividedBy(2);
        return shorter(next, pace.longest());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** @return false when the run was cancelled */
    private boolean paused(Duration pause) {
        try {
            action.stop().pause(pause);
            return true;
        } catch (ActionProblem problem) {
            if (action.stop().cancelled()) {
                return false;
            }
            throw problem;
        }
    }

    /** Null when the host cannot be asked now; the next try logs in again, as the breakers allow. */
    private @Nullable JobState look(DetachedJob job, Offsets read) {
        try {
            return job.look(link, read);
        } catch (ActionProblem problem) {
            if (problem.problem() == Problem.CANCELLED && !action.stop().cancelled()) {
                throw problem;
            }
            link.close();
            return null;
        }
    }

    private JobState end(Leash leash, DetachedJob job, Command command) {
        Ending seen = leash.end();
        JobState state = leash.look(job);
        if (seen.kind() == Ending.Kind.GONE && state != null && state.kind() == JobState.Kind.ENDED) {
            return state;
        }
        throw ended.problem(command, seen, state == null ? null : state.saidBy(command));
    }

    /** The attempt is over. */
    void conclude() {
        said.over();
    }

    private ActionProblem unknown(Command command, String seen) {
        return Problem.OUTCOME_UNKNOWN.because(row.device() + ": \"" + command.text() + "\": " + seen);
    }
}
