package dev.baton.delegates.http;

import dev.baton.action.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** HTTP statuses that count as success, written as {@code 200-299, 404}. */
record StatusSet(String text, List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    static StatusSet of(String text) {
        return new StatusSet(
                text,
                Stream.of(text.split(","))
                        .map(String::strip)
                        .map(StatusSet::range)
                        .toList());
    }

    boolean contains(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }

    private static Range range(String part) {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.matches()) {
            throw Problem.BAD_INPUT.because(
                    "expectedStatus takes statuses and ranges separated by commas, e.g. 200-299, 404, not " + part);
        }
        int first = Integer.parseInt(matcher.group(1));
        return new Range(first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return text;
    }

    record Range(int first, int last) {}
}
