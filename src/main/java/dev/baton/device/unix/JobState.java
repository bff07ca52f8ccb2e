package dev.baton.device.unix;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a detached command is, as its host says.
 *
 * @param number seconds that it has run, or its exit status
 * @param answer what it said: all of it once it runs no longer, and before that what was not read yet
 * @param read how much of it has been read while it runs
 */
public record JobState(Kind kind, int number, Answer answer, Offsets read) {

    /** How many bytes of a command's two streams have been read. */
    public record Offsets(int output, int errors) {

        public static final Offsets NONE = new Offsets(0, 0);
    }

    /** The stages of a detached command. */
    public enum Kind {
        /** The host has never heard of it. */
        ABSENT,
        STARTING,
        RUNNING,
        ENDED,
        /** It was started, runs no longer, and left no exit status: it was killed, or its host went down. */
        LOST
    }

    static JobState of(Answer answer) {
        int end = answer.output().indexOf('\n');
        String[] words = answer.output().substring(0, Math.max(0, end)).split(" ");
        try {
            int number = number(words, 1);
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            return new JobState(kind, number, answer, new Offsets(number(words, 2), number(words, 3)));
        } catch (IllegalArgumentException e) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    "the host did not say how the detached command is, but: " + answer.ending());
        }
    }

    private static int number(String[] words, int place) {
        return words.length > place ? Integer.parseInt(words[place].strip()) : 0;
    }

    public Duration ran() {
        return Duration.ofSeconds(kind == Kind.RUNNING ? number : 0);
    }

    /** What the command itself said, with its exit status if it left one. */
    public Answer saidBy(Command command) {
        return new Answer(
                command,
                kind == Kind.ENDED ? number : null,
                null,
                answer.output().substring(answer.output().indexOf('\n') + 1),
                answer.errorOutput(),
                List.of(),
                answer.dropped());
    }
}
