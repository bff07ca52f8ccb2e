package dev.baton.action;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a platform tells, without showing its whole configuration, that somebody changed it, and who.
 *
 * @param asks ways to ask for a mark that differs after every change, the cheapest first
 * @param authors each finds who made a change in what a device shows: group 1 is the name, the last match counts
 * @param log shows changes with their authors, for a device that says nothing of them otherwise; null where there is none
 */
public record LastChange(
        List<Ask> asks, List<Pattern> authors, @Nullable Command log) {

    /** Of a platform that tells nothing: whether something changed shows in the whole configuration only. */
    public static final LastChange UNTOLD = new LastChange(List.of(), List.of(), null);

    private static final int LONGEST = 400;

    public LastChange {
        asks = List.copyOf(asks);
        authors = List.copyOf(authors);
    }

    /** Who made the last change that a text tells of. */
    public Optional<Author> author(String text) {
        return authors.stream()
                .flatMap(pattern -> last(pattern, text).stream())
                .map(match -> new Author(match.group(1), line(text, match)))
                .findFirst();
    }

    private static Optional<MatchResult> last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((first, second) -> second);
    }

    private static String line(String text, MatchResult match) {
        int begin = text.lastIndexOf('\n', match.start()) + 1;
        int end = text.indexOf('\n', match.end());
        String line = text.substring(begin, end < 0 ? text.length() : end).strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    /**
     * Who made a change, as the device tells it.
     *
     * @param seen the line that says so
     */
    public record Author(String name, String seen) {}

    /**
     * One way to ask.
     *
     * @param mark finds the mark in an answer, its groups are what counts and the last match wins; null for SNMP, whose values are
     *     the mark
     */
    public record Ask(Command command, @Nullable Pattern mark) {

        /** What differs after a change; empty when the answer does not tell. */
        public Optional<String> mark(Answer answer) {
            if (!answer.succeeded() || answer.truncated()) {
                return Optional.empty();
            }
            Optional<String> told =
                    mark == null ? values(answer) : last(mark, answer.output()).map(Ask::groups);
            return told.map(text -> command.channel() + " " + text).filter(text -> text.length() <= LONGEST);
        }

        private Optional<String> values(Answer answer) {
            List<Binding> values = answer.bindings();
            boolean whole = values.size() == command.text().split(" ").length
                    && values.stream().allMatch(Binding::exists);
            return whole
                    ? Optional.of(values.stream().map(Binding::value).collect(Collectors.joining(" ")))
                    : Optional.empty();
        }

        private static String groups(MatchResult match) {
            return IntStream.rangeClosed(1, match.groupCount())
                    .mapToObj(match::group)
                    .collect(Collectors.joining(" "));
        }
    }
}
