package dev.baton.delegates.logs.source;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A long output of a host in parts that fit into an answer. Every byte that is not plain ASCII comes as a question mark, so that
 * characters are bytes.
 *
 * @param reading the command line whose output it is, for a POSIX shell
 */
record Parts(String reading) {

    static final int PART = 900_000;
    static final int MOST = 8;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What was read. @param complete whether that was all */
    record Text(String text, boolean complete) {}

    List<Command> commands() {
        return IntStream.range(0, MOST).mapToObj(this::command).toList();
    }

    Text read(Session session) {
        StringBuilder text = new StringBuilder();
        for (int part = 0; part < MOST; part++) {
            String more = output(session, session.send(command(part)));
            text.append(more);
            if (more.length() < PART) {
                return new Text(text.toString(), true);
            }
        }
        return new Text(text.toString(), false);
    }

    private Command command(int part) {
        String from = part == 0 ? "" : " | tail -c +" + ((long) part * PART + 1);
        return Command.exec(reading + from + " | head -c " + PART + " | LC_ALL=C tr -c '\\t\\n -~' '?'")
                .within(LIMIT);
    }

    /** Only the last program of a pipe tells its exit status: who reads nothing and complains has failed. */
    private static String output(Session session, Answer answer) {
        String output = answer.wholeOutput(session.device());
        if (!answer.succeeded() || output.isEmpty() && !answer.errorOutput().isBlank()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + answer.command().text() + " ended with " + answer.ending());
        }
        return output;
    }
}
