package dev.baton.delegates.config;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.ConfigChange;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads a whole configuration into a candidate, and gives it up: what runs is never touched. A line with a secret that was masked,
 * or with characters that a CLI is not given, is left out.
 *
 * @param left how many lines are left out
 */
public record DryLoad(List<Command> begin, List<Command> lines, List<Command> leave, int left) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MASKED = "<scrubbed:";

    public DryLoad {
        begin = List.copyOf(begin);
        lines = List.copyOf(lines);
        leave = List.copyOf(leave);
    }

    /** Empty where the platform has no candidate, or shows its configuration in another style than it takes lines. */
    public static Optional<DryLoad> of(Dialect dialect, String configuration) {
        return change(dialect)
                .filter(change ->
                        change.candidate() && change.lines(Step.RUNNING).isEmpty())
                .map(change -> of(dialect, change, configuration));
    }

    private static Optional<ConfigChange> change(Dialect dialect) {
        try {
            return Optional.of(dialect.configChange());
        } catch (ActionProblem unsupported) {
            return Optional.empty();
        }
    }

    private static DryLoad of(Dialect dialect, ConfigChange change, String configuration) {
        Typing typing = new Typing(dialect.shell(), change.style());
        List<List<String>> paths =
                List.copyOf(ConfigTree.of(configuration, change.style()).paths());
        List<List<String>> good =
                paths.stream().filter(path -> canBeTyped(typing, path)).toList();
        return new DryLoad(
                commands(change.lines(Step.BEGIN)),
                commands(typing.typed(good)),
                commands(change.lines(Step.ABANDON)),
                paths.size() - good.size());
    }

    private static boolean canBeTyped(Typing typing, List<String> path) {
        if (path.stream().anyMatch(line -> line.contains(MASKED))) {
            return false;
        }
        try {
            return !typing.typed(List.of(path)).isEmpty();
        } catch (ActionProblem notForACli) {
            return false;
        }
    }

    private static List<Command> commands(List<String> lines) {
        return lines.stream()
                .map(line -> Command.cli(line.replace("{session}", "baton-restore-test"))
                        .within(PATIENCE))
                .toList();
    }

    /** All that may be sent. */
    public List<Command> commands() {
        return Stream.of(begin, lines, leave).flatMap(List::stream).toList();
    }

    /** @return what the device says of the lines that it refuses; empty when it takes all */
    public List<String> refused(Session session) {
        List<String> refused = new ArrayList<>();
        begin.forEach(session::send);
        for (Command line : lines) {
            try {
                session.send(line);
            } catch (ActionProblem problem) {
                if (problem.problem() != Problem.COMMAND_REJECTED) {
                    throw problem;
                }
                refused.add(problem.reason());
            }
        }
        leave.forEach(session::send);
        return refused;
    }
}
