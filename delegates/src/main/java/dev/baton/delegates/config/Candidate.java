package dev.baton.delegates.config;

import dev.baton.action.ActionProblem;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.util.stream.Collectors;

/** A change that a device only tells about: typed into a candidate, which is thrown away. */
final class Candidate {

    private final Session session;
    private final Steps steps;

    Candidate(Session session, Steps steps) {
        this.session = session;
        this.steps = steps;
    }

    String diff() {
        try {
            steps.of(Step.BEGIN).forEach(session::send);
            steps.lines().forEach(session::send);
            String diff = steps.of(Step.DIFF).stream()
                    .map(command -> session.send(command).wholeOutput(session.device()))
                    .collect(Collectors.joining());
            leave();
            return diff;
        } catch (ActionProblem refused) {
            if (refused.problem() == Problem.COMMAND_REJECTED) {
                leave();
            }
            throw refused;
        }
    }

    private void leave() {
        steps.of(Step.ABANDON).forEach(session::send);
    }
}
