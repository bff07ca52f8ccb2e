package dev.baton.engine.timer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a start by a timer that was missed; a diagram says it in the property {@code missedStarts} of the event. */
public enum MissedStartPolicy {
    /** It is made up for, once however many were missed. */
    RUN_ONCE,
    /** It is left out. */
    SKIP,
    /** An operator says whether it is made up for. */
    ASK;

    static final String PROPERTY = "missedStarts";

    /** As diagrams write it, e.g. {@code run-once}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MissedStartPolicy> of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(MissedStartPolicy::word).collect(Collectors.joining(", "));
    }
}
