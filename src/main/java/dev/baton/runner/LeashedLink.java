package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.Progress;
import dev.baton.device.RunLink;
import dev.baton.device.unix.Ending;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A link whose changing commands on a host do not outlive a cancelled run or their own time: they are ended there, over another
 * connection. Other commands, and those of other devices, pass as they are.
 */
final class LeashedLink implements RunLink {

    /** How much longer than its time a command is waited for, while it is being ended. */
    static final Duration ENDING = Duration.ofMinutes(1);

    private final ActionOnDevice<?> action;
    private final GatedLink link;
    private final @Nullable Leash leash;
    private final Deadlines deadlines;
    private final Executor threads;
    private final DetachedCommands detached;
    private boolean prepared;
    private volatile @Nullable Underway underway;
    private @Nullable Ending ending;
    private @Nullable Answer lastWords;

    /**
     * @param row as the attempt claimed it
     * @param leash null for a device that is no host
     */
    LeashedLink(
            ActionOnDevice<?> action,
            ActionRow row,
            GatedLink link,
            @Nullable Leash leash,
            Deadlines deadlines,
            Executor threads,
            LiveOutput said,
            DetachedCommands.Pace pace) {
        this.action = action;
        this.link = link;
        this.leash = leash;
        this.deadlines = deadlines;
        this.threads = threads;
        detached = new DetachedCommands(action, row, link, this::ended, said, pace);
        prepared = leash == null || !action.detaches();
    }

    @Override
    public void connect(Command command) {
        link.connect(command);
        if (!prepared && leash != null) {
            prepared = true;
            detached.prepare(leash);
        }
    }

    @Override
    public Answer send(Command command) {
        if (leash == null || !command.changes() || command.channel() != Channel.EXEC) {
            return link.send(command);
        }
        return command.detached() ? detached.run(leash, command) : attached(leash, command);
    }

    @Override
    public void report(Progress progress) {
        link.report(progress);
    }

    @Override
    public boolean connected(Command command) {
        return link.connected(command);
    }

    /** A command that only reads ends with the waiting for it. */
    @Override
    public CompletableFuture<Answer> sendAsync(Command command) {
        return link.sendAsync(command);
    }

    private Answer attached(Leash held, Command command) {
        Command marked = held.mark().on(command);
        Underway current = new Underway(held::end, link::abort, threads);
        underway = current;
        Answer answer = null;
        ActionProblem lost = null;
        try (Deadlines.Deadline late = deadlines.start(command.timeout(), current::end)) {
            answer = link.send(marked.within(command.timeout().plus(ENDING)));
        } catch (ActionProblem problem) {
            lost = problem.problem().because(problem.reason().replace(marked.text(), command.text()));
        }
        underway = null;
        Ending seen = current.over();
        Answer said = answer == null ? null : said(command, answer);
        if (said != null && (seen == null || seen.kind() == Ending.Kind.GONE)) {
            return said;
        }
        if (lost != null && (seen == null || lost.problem() != Problem.OUTCOME_UNKNOWN)) {
            throw lost;
        }
        throw ended(command, Objects.requireNonNull(seen), said);
    }

    private static Answer said(Command command, Answer answer) {
        return new Answer(
                command,
                answer.exitStatus(),
                answer.signal(),
                answer.output(),
                answer.errorOutput(),
                answer.bindings(),
                answer.dropped());
    }

    /** @param said what the command said until it was ended; null when that is lost */
    private ActionProblem ended(Command command, Ending seen, @Nullable Answer said) {
        ending = seen;
        lastWords = said;
        boolean cancelled = action.stop().cancelled();
        String why = cancelled
                ? "the run was cancelled while it ran"
                : "no answer within " + command.timeout().toMillis() / 1000.0 + " s";
        Problem problem = cancelled && seen.kind() == Ending.Kind.ENDED ? Problem.CANCELLED : Problem.OUTCOME_UNKNOWN;
        return problem.because(action.device().name() + ": \"" + command.text() + "\": " + why + "; the command "
                + seen.seen() + (said == null || said.exitStatus() == null ? "" : "; " + said.ending()));
    }

    /** What came of ending a command, if one had to be ended. */
    @Nullable
    Ending ending() {
        return ending;
    }

    /** What the command said that had to be ended, as far as it is known. */
    @Nullable
    Answer lastWords() {
        return lastWords;
    }

    /** A cancelled run ends its command on the host first, and then the waiting for it; everything else only the waiting. */
    @Override
    public void abort() {
        Underway current = underway;
        if (current != null && action.stop().cancelled()) {
            current.end();
        } else {
            link.abort();
        }
    }

    @Override
    public void keep() {
        link.keep();
    }

    @Override
    public void close() {
        link.close();
    }

    void conclude() {
        link.conclude();
        detached.conclude();
    }
}
