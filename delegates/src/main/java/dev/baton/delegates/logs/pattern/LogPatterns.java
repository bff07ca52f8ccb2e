package dev.baton.delegates.logs.pattern;

import dev.baton.action.DataFile;
import java.util.List;
import java.util.Optional;

/** The patterns of {@code drive-patterns.yaml}, compiled once. */
public final class LogPatterns {

    private static final LogPatterns SHIPPED =
            new LogPatterns(DataFile.rows(LogPatterns.class, "drive-patterns.yaml", LogPattern.Row.class).stream()
                    .map(LogPattern.Row::compile)
                    .toList());

    private final List<LogPattern> patterns;

    private LogPatterns(List<LogPattern> patterns) {
        this.patterns = patterns;
    }

    public static LogPatterns shipped() {
        return SHIPPED;
    }

    /** What the line says of a drive, by the first pattern that fits; empty for all the lines that say nothing. */
    public Optional<Signal> read(String line) {
        for (LogPattern pattern : patterns) {
            Optional<Signal> signal = pattern.in(line);
            if (signal.isPresent()) {
                return signal;
            }
        }
        return Optional.empty();
    }
}
