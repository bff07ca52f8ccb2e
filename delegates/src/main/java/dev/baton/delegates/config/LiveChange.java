package dev.baton.delegates.config;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change of one device: look, change, look again over a new connection, and only then let it stay. */
final class LiveChange {

    private static final Logger LOG = LoggerFactory.getLogger(LiveChange.class);

    /** The device's clock and ours do not agree to the second, and taking back takes a while. */
    static final Duration MARGIN = Duration.ofSeconds(30);

    private final Session session;
    private final Steps steps;
    private final ApplyConfigInputs inputs;
    private final String device;

    LiveChange(Session session, Steps steps, ApplyConfigInputs inputs) {
        this.session = session;
        this.steps = steps;
        this.inputs = inputs;
        this.device = session.device().name();
    }

    Result run() {
        Seen before = Seen.on(session, steps.running());
        List<List<String>> missing = steps.wish().expected().missingIn(before.tree());
        if (missing.isEmpty()) {
            return alreadyThere();
        }
        requireWayBack(before);
        String predicted = type(before);
        Seen after = afterwards(before);
        List<List<String>> still = steps.wish().expected().missingIn(after.tree());
        if (!still.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + ": wanted " + shown(still)
                    + " in the running configuration, it is otherwise after the change; " + takenBack(before));
        }
        stay();
        String diff = predicted.isBlank() ? ConfigDiff.between(before.tree(), after.tree()) : predicted;
        return Result.changed("changed " + missing.size() + " of the expected lines" + (inputs.save() ? ", saved" : ""))
                .with(ApplyConfig.facts(session, diff));
    }

    private Result alreadyThere() {
        boolean unsaved = steps.saved().stream()
                .anyMatch(command -> !steps.wish()
                        .expected()
                        .missingIn(Seen.on(session, command).tree())
                        .isEmpty());
        if (!unsaved) {
            return Result.unchanged("the lines are there already").with(ApplyConfig.facts(session, ""));
        }
        steps.save().forEach(session::send);
        return Result.changed("the lines ran already, saved now").with(ApplyConfig.facts(session, ""));
    }

    private void requireWayBack(Seen before) {
        var requires = steps.change().requires();
        if (requires != null && !requires.matcher(before.text()).find()) {
            throw Problem.UNSUPPORTED.because(device + ": nothing could take the change back, because the running"
                    + " configuration has nothing like " + requires.pattern());
        }
    }

    /** @return what the device says will change; empty when it does not tell */
    private String type(Seen before) {
        try {
            steps.begin().forEach(session::send);
            steps.lines().forEach(session::send);
            String diff = steps.diff().stream()
                    .map(command -> session.send(command).output())
                    .collect(Collectors.joining());
            steps.commit().forEach(session::send);
            return diff;
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            leave();
            throw Problem.COMMAND_REJECTED.because(
                    refused.reason() + "; " + (steps.change().candidate() ? "nothing was changed" : takenBack(before)));
        }
    }

    private Seen afterwards(Seen before) {
        session.pause(inputs.settle());
        try {
            return Seen.on(session, steps.running());
        } catch (ActionProblem lost) {
            if (!steps.change().timed() || !cutOff(lost.problem())) {
                throw lost;
            }
            session.pause(Duration.ofMinutes(inputs.rollbackAfter()).plus(MARGIN));
            throw Problem.CHECK_FAILED.because(device + ": the change was not confirmed, because after it "
                    + lost.reason() + "; after " + inputs.rollbackAfter() + " min " + asBefore(before));
        }
    }

    private static boolean cutOff(Problem problem) {
        return problem == Problem.UNREACHABLE || problem == Problem.TIMEOUT || problem == Problem.AUTH_FAILED;
    }

    private void stay() {
        try {
            steps.confirm().forEach(session::send);
            steps.save().forEach(session::send);
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            throw Problem.COMMAND_REJECTED.because(
                    refused.reason() + "; the change is in the running configuration, but not confirmed and saved");
        }
    }

    private String takenBack(Seen before) {
        try {
            if (steps.change().undo().isEmpty()) {
                steps.wayBack(before.tree()).forEach(this::takeBack);
            } else {
                steps.undo().forEach(session::send);
            }
            return asBefore(before);
        } catch (ActionProblem problem) {
            return "taking it back failed: " + problem.reason()
                    + (steps.change().timed()
                            ? "; the device takes it back itself within " + inputs.rollbackAfter() + " min"
                            : "");
        }
    }

    private String asBefore(Seen before) {
        String left = ConfigDiff.between(
                before.tree(), Seen.on(session, steps.running()).tree());
        return left.isEmpty()
                ? "it was taken back, the running configuration is as before"
                : "it was taken back, and this difference is left:\n"
                        + session.dialect().withoutSecrets(left);
    }

    /** A line that never took effect has nothing to take back, and the device may say so. */
    private void takeBack(List<Command> line) {
        try {
            line.forEach(session::send);
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            leave();
        }
    }

    private void leave() {
        try {
            steps.abandon().forEach(session::send);
        } catch (ActionProblem refused) {
            // It was left already; the comparison with what was before tells whether that mattered.
            LOG.debug("{}: {}", device, refused.reason());
        }
    }

    static String shown(List<List<String>> paths) {
        return paths.stream()
                .map(path -> "\"" + String.join(" > ", path) + "\"")
                .collect(Collectors.joining(", "));
    }
}
