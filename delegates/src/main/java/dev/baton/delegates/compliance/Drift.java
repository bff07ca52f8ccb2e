package dev.baton.delegates.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines that came and went since a configuration was accepted, whatever their order. */
final class Drift {

    private static final int LONGEST = 3_500;

    private Drift() {}

    /** With plus and minus in front; empty when nothing came or went. */
    static Optional<String> between(String accepted, String now) {
        List<String> gone = new ArrayList<>(accepted.lines().toList());
        List<String> come = new ArrayList<>();
        now.lines().forEach(line -> {
            if (!gone.remove(line)) {
                come.add(line);
            }
        });
        StringBuilder text = new StringBuilder();
        gone.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append('-').append(line).append('\n'));
        come.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append('+').append(line).append('\n'));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "...\n");
    }
}
