package dev.baton.device.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a platform's dump of its configuration.
 *
 * @param volatileLines lines that change by themselves
 * @param joins what breaks a line that goes on
 * @param beginMarker stands near the begin of every whole dump
 * @param endMarker stands near the end of every whole dump
 * @param leastLines how many lines a whole dump has at least, without blank ones
 * @param blocks what has to be closed as often as it is opened
 */
record ConfigTraits(
        List<Pattern> volatileLines,
        @Nullable Pattern joins,
        @Nullable Pattern beginMarker,
        @Nullable Pattern endMarker,
        int leastLines,
        @Nullable Blocks blocks) {

    private static final int LINES_AT_EDGE = 5;

    ConfigTraits {
        volatileLines = List.copyOf(volatileLines);
    }

    String withoutVolatileLines(String configuration) {
        return joined(configuration)
                .lines()
                .filter(line -> volatileLines.stream()
                        .noneMatch(pattern -> pattern.matcher(line).find()))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Every line whole: a secret may be broken over two. */
    String joined(String configuration) {
        return joins == null ? configuration : joins.matcher(configuration).replaceAll("");
    }

    /** @param lines those that are not blank, at least one */
    Optional<String> incompleteness(List<String> lines) {
        List<String> first = lines.subList(0, Math.min(LINES_AT_EDGE, lines.size()));
        if (beginMarker != null && none(first, beginMarker)) {
            return Optional.of(
                    "it does not begin with " + beginMarker.pattern() + " but with \"" + first.get(0) + "\"");
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_AT_EDGE), lines.size());
        if (endMarker != null && none(last, endMarker)) {
            return Optional.of("it does not end with " + endMarker.pattern() + " but with \""
                    + lines.get(lines.size() - 1) + "\"");
        }
        if (lines.size() < leastLines) {
            return Optional.of("it has " + lines.size() + " lines, wanted at least " + leastLines);
        }
        long open = blocks == null ? 0 : blocks.open(lines);
        return open == 0
                ? Optional.empty()
                : Optional.of(Math.abs(open) + " of its blocks are not " + (open > 0 ? "closed" : "opened"));
    }

    private static boolean none(List<String> lines, Pattern pattern) {
        return lines.stream().noneMatch(line -> pattern.matcher(line.strip()).find());
    }

    /** Lines, without the space around them, that open and close a block. */
    record Blocks(Pattern opens, Pattern closes) {

        long open(List<String> lines) {
            return count(lines, opens) - count(lines, closes);
        }

        private static long count(List<String> lines, Pattern pattern) {
            return lines.stream()
                    .filter(line -> pattern.matcher(line.strip()).find())
                    .count();
        }
    }
}
