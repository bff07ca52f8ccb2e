package dev.baton.delegates.logs;

import dev.baton.action.Severity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the evidence against a drive comes to. */
enum Verdict {
    FAILING("drive-failing", Severity.CRITICAL, "is failing: replace it"),
    SUSPECT("drive-suspect", Severity.WARNING, "may be failing: keep an eye on it and a spare at hand"),
    LINK("drive-link-errors", Severity.WARNING, "has a bad link: look at cable, backplane and controller"),
    QUIET("", Severity.INFO, "is not conspicuous");

    private static final int FAILING_FROM = 100;
    private static final int SUSPECT_FROM = 40;

    private final String kind;
    private final Severity severity;
    private final String words;

    Verdict(String kind, Severity severity, String words) {
        this.kind = kind;
        this.severity = severity;
        this.words = words;
    }

    /** The drive's own faults count more than those of the way to it. */
    static Verdict of(int drivePoints, int linkPoints) {
        if (drivePoints >= FAILING_FROM) {
            return FAILING;
        }
        if (drivePoints >= SUSPECT_FROM) {
            return SUSPECT;
        }
        return linkPoints >= SUSPECT_FROM ? LINK : QUIET;
    }

    static Set<String> kinds() {
        return Arrays.stream(values())
                .filter(verdict -> verdict != QUIET)
                .map(Verdict::kind)
                .collect(Collectors.toSet());
    }

    /** Whether it is the drive that is bad, and not the way to it. */
    boolean isOfDrive() {
        return this == FAILING || this == SUSPECT;
    }

    String kind() {
        return kind;
    }

    Severity severity() {
        return severity;
    }

    String words() {
        return words;
    }
}
