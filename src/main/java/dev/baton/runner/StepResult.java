package dev.baton.runner;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a step came to.
 *
 * @param tooManyFailed whether more devices failed than the step allows
 * @param opens when the first device may be changed that waits for its change window; null when none does
 * @param summary what the delegate offers to the diagram
 */
record StepResult(
        List<ActionRow> rows,
        boolean tooManyFailed,
        @Nullable Instant opens,
        Map<String, Object> summary) {

    private static final int LONGEST_SUMMARY = 3_500;
    private static final int MOST_ROWS = 500;

    long count(ActionState state, ActionState... more) {
        Set<ActionState> states = EnumSet.of(state, more);
        return rows.stream().filter(row -> states.contains(row.state())).count();
    }

    long changed() {
        return rows.stream().filter(row -> Boolean.TRUE.equals(row.changed())).count();
    }

    List<String> devices(ActionState state, ActionState... more) {
        Set<ActionState> states = EnumSet.of(state, more);
        return rows.stream()
                .filter(row -> states.contains(row.state()))
                .map(ActionRow::device)
                .toList();
    }

    /** Whether another node still works on some of the devices. */
    boolean unfinished() {
        return rows.stream().anyMatch(row -> row.state().open());
    }

    String failureSummary() {
        String text = rows.stream()
                .filter(row -> row.state().failure())
                .map(row -> row.device() + ": " + row.error() + ": " + row.message())
                .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY - 3) + "...";
    }

    /** The devices that failed, one row each, in the words of people. */
    List<Map<String, String>> failures() {
        return rows.stream()
                .filter(row -> row.state().failure())
                .limit(MOST_ROWS)
                .map(row -> Map.of(
                        "device", row.device(), "state", words(row.state().name()), "problem", problem(row)))
                .toList();
    }

    private static String problem(ActionRow row) {
        String code = row.error() == null ? "" : words(row.error().name());
        String message = row.message() == null ? "" : row.message();
        String what = message.startsWith(row.device() + ": ")
                ? message.substring(row.device().length() + 2)
                : message;
        return Stream.of(code, what).filter(part -> !part.isBlank()).collect(Collectors.joining(": "));
    }

    private static String words(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
