package dev.baton.delegates.hardware.part;

import java.util.Collection;
import java.util.Locale;

/** In what state a part is, by what its device says; the later in this list, the worse. */
public enum State {
    /** What was said does not tell the state of the part. */
    NONE(""),
    /** There is no part here, and none is expected. */
    ABSENT(""),
    OK(""),
    /** The device says so itself, or says what no table knows. Never taken for OK. */
    UNKNOWN("unknown"),
    /** An SSD near the end of what it may write. */
    WORN("worn"),
    REBUILDING("rebuilding"),
    /** A drive with the configuration of another controller. */
    FOREIGN("foreign"),
    HOT("hot"),
    PREDICTED_FAILURE("failing"),
    DEGRADED("degraded"),
    OVERHEATED("overheated"),
    MISSING("missing"),
    FAILED("failed");

    private final String suffix;

    State(String suffix) {
        this.suffix = suffix;
    }

    /** What all that was said comes to: the worst; where a part is said to be absent, nothing else counts. */
    public static State of(Collection<State> said) {
        if (said.isEmpty()) {
            return UNKNOWN;
        }
        if (said.contains(ABSENT)) {
            return ABSENT;
        }
        return said.stream().reduce(NONE, State::worse);
    }

    public State worse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isFault() {
        return compareTo(OK) > 0;
    }

    /** Its word in decisions, e.g. {@code predicted-failure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its word at the end of a kind of finding, e.g. {@code failing}. */
    String suffix() {
        return suffix;
    }

    /** What people say of a part in it. */
    public String predicate() {
        return switch (this) {
            case FAILED -> "has failed";
            case PREDICTED_FAILURE -> "is about to fail";
            case UNKNOWN -> "is in a state that Baton does not know";
            case FOREIGN -> "has the configuration of another controller";
            case WORN -> "is worn out";
            case REBUILDING -> "is being rebuilt";
            default -> "is " + word();
        };
    }
}
