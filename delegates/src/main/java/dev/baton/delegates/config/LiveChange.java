package dev.baton.delegates.config;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.util.List;
import java.util.stream.Collectors;

/** One change of one device: look, change, look again over a new connection, and only then let it stay. */
final class LiveChange {

    private final Session session;
    private final Steps steps;
    private final ApplyConfigInputs inputs;
    private final Seen before;
    private final WayBack wayBack;
    private final String device;

    private LiveChange(Session session, Steps steps, ApplyConfigInputs inputs, Seen before) {
        this.session = session;
        this.steps = steps;
        this.inputs = inputs;
        this.before = before;
        this.device = session.device().name();
        wayBack = new WayBack(session, steps, inputs, before);
    }

    /** @param offered the steps that the platform offers */
    static Result run(Session session, Steps offered, ApplyConfigInputs inputs) {
        Seen before = Seen.on(session, offered.running(), offered.change().style());
        List<List<String>> missing = offered.wish().expected().missingIn(before.tree());
        if (missing.isEmpty()) {
            return alreadyThere(session, offered);
        }
        Steps fitting = offered.fitting(session.device().name(), before);
        return new LiveChange(session, fitting, inputs, before).run(missing.size());
    }

    private static Result alreadyThere(Session session, Steps steps) {
        boolean unsaved = steps.saved().stream()
                .map(command -> Seen.on(session, command, steps.change().style()))
                .anyMatch(saved ->
                        !steps.wish().expected().missingIn(saved.tree()).isEmpty());
        if (!unsaved) {
            return Result.unchanged("the lines are there already").with(ApplyConfig.facts(session, ""));
        }
        steps.save().forEach(session::send);
        return Result.changed("the lines ran already, saved now").with(ApplyConfig.facts(session, ""));
    }

    private Result run(int missing) {
        arm();
        String predicted = type();
        Seen after = afterwards();
        List<List<String>> still = steps.wish().expected().missingIn(after.tree());
        if (!still.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + ": wanted " + shown(still)
                    + " in the running configuration, it is otherwise after the change; " + wayBack.take());
        }
        stay();
        String diff = predicted.isBlank() ? ConfigDiff.between(before.tree(), after.tree()) : predicted;
        return Result.changed("changed " + missing + " of the expected lines" + (inputs.save() ? ", saved" : ""))
                .with(ApplyConfig.facts(session, diff));
    }

    private void arm() {
        wayBack.disarm();
        send(Step.ARM);
    }

    /** @return what the device says will change; empty when it does not tell */
    private String type() {
        try {
            send(Step.BEGIN);
            steps.lines().forEach(session::send);
            String diff = steps.of(Step.DIFF).stream()
                    .map(command -> session.send(command).output())
                    .collect(Collectors.joining());
            send(Step.COMMIT);
            return diff;
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            wayBack.leave();
            throw Problem.COMMAND_REJECTED.because(
                    refused.reason() + "; " + (steps.change().candidate() ? "nothing was changed" : wayBack.take()));
        }
    }

    private Seen afterwards() {
        if (steps.change().held()) {
            session.hold(inputs.settle());
        } else {
            session.pause(inputs.settle());
        }
        try {
            return Seen.on(session, steps.check(), steps.change().style());
        } catch (ActionProblem lost) {
            if (!steps.change().timed() || !WayBack.cutOff(lost.problem())) {
                throw lost;
            }
            throw Problem.CHECK_FAILED.because(device + ": the change was not confirmed, because after it "
                    + lost.reason() + "; " + wayBack.await());
        }
    }

    private void stay() {
        try {
            send(Step.CONFIRM);
            steps.save().forEach(session::send);
        } catch (ActionProblem refused) {
            if (refused.problem() != Problem.COMMAND_REJECTED) {
                throw refused;
            }
            throw Problem.COMMAND_REJECTED.because(
                    refused.reason() + "; the change is in the running configuration, but not confirmed and saved");
        }
        wayBack.disarm();
    }

    private void send(Step step) {
        for (Command command : steps.of(step)) {
            session.send(command);
        }
    }

    static String shown(List<List<String>> paths) {
        return paths.stream()
                .map(path -> "\"" + String.join(" > ", path) + "\"")
                .collect(Collectors.joining(", "));
    }
}
