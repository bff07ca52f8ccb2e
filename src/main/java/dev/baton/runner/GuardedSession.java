package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.device.DeviceLink;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session that sends what was rendered and nothing else, journals SENT before the first change, and keeps a transcript. */
final class GuardedSession implements Session {

    private final String run;
    private final Device device;
    private final Dialect dialect;
    private final DeviceLink link;
    private final List<Command> rendered;
    private final Map<String, String> facts;
    private final Cancellation cancellation;
    private final Transcript transcript;
    private final SendPermit permit;
    private final Map<String, String> notes = new HashMap<>();
    private boolean sent;

    GuardedSession(
            String run,
            Device device,
            Dialect dialect,
            DeviceLink link,
            List<Command> rendered,
            Map<String, String> facts,
            Cancellation cancellation,
            Transcript transcript,
            SendPermit permit) {
        this.run = run;
        this.device = device;
        this.dialect = dialect;
        this.link = link;
        this.rendered = List.copyOf(rendered);
        this.facts = facts;
        this.cancellation = cancellation;
        this.transcript = transcript;
        this.permit = permit;
    }

    /** Writes SENT; refuses when the attempt or its lease is lost, or nothing that changes may be sent. */
    interface SendPermit {

        void beforeFirstChange(Map<String, String> notes);
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public Answer send(Command command) {
        if (!rendered.contains(command)) {
            throw Problem.PLAN_DEVIATION.because(
                    device.name() + ": the step may send only what it rendered, not \"" + command.text() + "\"");
        }
        if (cancellation.cancelled()) {
            throw Problem.CANCELLED.because("the run was cancelled before \"" + command.text() + "\" was sent");
        }
        long start = System.nanoTime();
        try {
            link.connect(command);
            if (command.changes() && !sent) {
                permit.beforeFirstChange(Map.copyOf(notes));
                sent = true;
            }
            Answer answer = link.send(command);
            transcript.answered(command, answer, Duration.ofNanos(System.nanoTime() - start));
            return answer;
        } catch (ActionProblem e) {
            transcript.failed(command, e.problem() + ": " + e.reason());
            throw e;
        }
    }

    @Override
    public void pause(Duration duration) {
        link.close();
        cancellation.pause(duration);
    }

    @Override
    public void note(String name, String value) {
        notes.put(name, value);
    }

    @Override
    public Optional<String> fact(String name) {
        return Optional.ofNullable(notes.getOrDefault(name, facts.get(name)));
    }

    boolean sent() {
        return sent;
    }
}
