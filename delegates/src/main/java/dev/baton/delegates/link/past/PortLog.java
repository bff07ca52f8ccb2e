package dev.baton.delegates.link.past;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.DataFile;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.link.read.PortName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the log of a device tells of one port.
 *
 * @param sign a word of {@code port-log.yaml}, {@code none}, or {@code unknown} when the log is not visible
 * @param text the lines for people, or why there are none
 */
public record PortLog(String sign, String text) {

    private static final List<LogSign> SIGNS = DataFile.rows(PortLog.class, "port-log.yaml", LogSign.class);
    /** The log is one piece of evidence: a device that does not give it is diagnosed without it. */
    private static final Set<Problem> NOT_VISIBLE = EnumSet.of(
            Problem.UNREACHABLE,
            Problem.HOST_KEY_MISMATCH,
            Problem.AUTH_FAILED,
            Problem.TIMEOUT,
            Problem.COMMAND_REJECTED,
            Problem.LOCKED,
            Problem.ANSWER_INCOMPLETE,
            Problem.UNSUPPORTED);

    private static final int EITHER_END = 3;
    private static final int WIDEST = 150;

    /** The command that {@link #read} sends; none where the platform has no log to show. */
    public static List<Command> commands(Dialect dialect) {
        return dialect.supports(Operation.SHOW_LOG) ? List.of(dialect.command(Operation.SHOW_LOG)) : List.of();
    }

    public static PortLog read(Session session, String port) {
        List<Command> commands = commands(session.dialect());
        if (commands.isEmpty()) {
            return notVisible("Baton knows no command of " + session.dialect().platform() + " for it");
        }
        try {
            return of(session.send(commands.get(0)), port);
        } catch (ActionProblem problem) {
            if (!NOT_VISIBLE.contains(problem.problem())) {
                throw problem;
            }
            return notVisible(problem.problem() + ", " + problem.reason());
        }
    }

    static PortLog of(Answer answer, String port) {
        if (answer.command().channel() == Channel.EXEC && !answer.succeeded()
                || answer.output().isBlank()) {
            return notVisible("the device gives no line");
        }
        List<String> lines =
                answer.output().lines().filter(line -> PortName.in(line, port)).toList();
        String sign = SIGNS.stream()
                .filter(known -> lines.stream().anyMatch(known::fits))
                .map(LogSign::sign)
                .findFirst()
                .orElse("none");
        String cut = answer.truncated() ? ", as far as it was read" : "";
        return new PortLog(sign, lines.isEmpty() ? "no line names it" + cut : shown(lines, cut));
    }

    private static PortLog notVisible(String why) {
        return new PortLog("unknown", "not visible: " + bounded(why));
    }

    /** Some devices show the oldest line first, others the latest: both ends are kept. */
    private static String shown(List<String> lines, String cut) {
        int more = lines.size() - 2 * EITHER_END;
        Stream<String> kept = more <= 0
                ? lines.stream()
                : Stream.of(
                                lines.stream().limit(EITHER_END),
                                Stream.of("(" + more + " more)"),
                                lines.stream().skip(lines.size() - EITHER_END))
                        .flatMap(part -> part);
        return lines.size() + " lines name it" + cut + "\n"
                + kept.map(PortLog::bounded).collect(Collectors.joining("\n"));
    }

    private static String bounded(String line) {
        String text = line.strip();
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }
}
