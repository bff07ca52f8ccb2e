package dev.baton.delegates.config;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one change of one device back: as the platform offers it, by other lines, or by waiting for the device. */
final class WayBack {

    private static final Logger LOG = LoggerFactory.getLogger(WayBack.class);

    /** The device's clock and ours do not agree to the second, and taking back takes a while. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    /** A device that restarts to go back takes its time. */
    private static final int LOOKS = 20;

    private final Session session;
    private final Steps steps;
    private final ApplyConfigInputs inputs;
    private final Seen before;
    private final String device;

    WayBack(Session session, Steps steps, ApplyConfigInputs inputs, Seen before) {
        this.session = session;
        this.steps = steps;
        this.inputs = inputs;
        this.before = before;
        this.device = session.device().name();
    }

    /** @return what came of it, for people */
    String take() {
        try {
            if (steps.byLines()) {
                return takeLinesBack();
            }
            if (steps.of(Step.UNDO).isEmpty()) {
                return await();
            }
            steps.of(Step.UNDO).forEach(session::send);
            String told = told(left());
            disarm();
            return told;
        } catch (ActionProblem problem) {
            return "taking it back failed: " + problem.reason() + itself();
        }
    }

    /** What the device would take back by itself is called off only when there is nothing left of the change. */
    private String takeLinesBack() {
        for (List<Command> line : steps.wayBack(before.tree())) {
            sendLeniently(line);
        }
        String left = left();
        if (!left.isEmpty()) {
            return told(left) + itself();
        }
        steps.of(Step.CONFIRM).forEach(session::send);
        return told(left);
    }

    /** Waits until the device has taken the change back by itself. */
    String await() {
        session.pause(Duration.ofMinutes(inputs.rollbackAfter()));
        for (int looks = 1; ; looks++) {
            session.pause(MARGIN);
            try {
                return "after " + inputs.rollbackAfter() + " min " + told(left());
            } catch (ActionProblem away) {
                if (looks == LOOKS || !cutOff(away.problem())) {
                    throw away;
                }
            }
        }
    }

    static boolean cutOff(Problem problem) {
        return problem == Problem.UNREACHABLE || problem == Problem.TIMEOUT || problem == Problem.AUTH_FAILED;
    }

    private String itself() {
        return steps.change().timed()
                ? "; the device takes it back itself within " + inputs.rollbackAfter() + " min"
                : "";
    }

    private String left() {
        return ConfigDiff.between(
                before.tree(),
                Seen.on(session, steps.running(), steps.change().style()).tree());
    }

    private String told(String left) {
        return left.isEmpty()
                ? "it was taken back, the running configuration is as before"
                : "it was taken back, and this difference is left:\n"
                        + session.dialect().withoutSecrets(left);
    }

    /** Takes away what was made to go back, or what a lost run may have left of it; there may be none. */
    void disarm() {
        sendIfThere(Step.DISARM);
    }

    /** Leaves configuration mode, which may have been left already; the comparison with before tells whether that mattered. */
    void leave() {
        sendIfThere(Step.ABANDON);
    }

    private void sendIfThere(Step step) {
        try {
            steps.of(step).forEach(session::send);
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            LOG.debug("{}: {}", device, refused.reason());
        }
    }

    /** A line that never took effect has nothing to take back, and the device may say so. */
    private void sendLeniently(List<Command> line) {
        try {
            line.forEach(session::send);
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            leave();
        }
    }
}
