package dev.baton.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One activity instance of a run.
 *
 * @param kind the engine's word for what it is, e.g. {@code serviceTask}, {@code userTask}, {@code exclusiveGateway}
 * @param actor who completed it, or who has claimed it while it is open; null for what no person does
 * @param counts how far its devices are; null for a step without devices
 * @param waitingFor why it does not go on; null when it does or has ended
 * @param node the node that works on its devices
 * @param called the process instance that it called, if any
 */
public record Step(
        String id,
        String activity,
        String name,
        String kind,
        RunState state,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String actor,
        @Nullable Counts counts,
        @Nullable String called,
        @Nullable String waitingFor,
        @Nullable Instant waitingSince,
        @Nullable String node) {

    private static final Set<String> WAITS = Set.of(
            "userTask",
            "receiveTask",
            "intermediateTimer",
            "intermediateMessageCatch",
            "intermediateSignalCatch",
            "intermediateConditional",
            "eventBasedGateway");

    static boolean waits(String kind) {
        return WAITS.contains(kind);
    }

    /** Whether its time is spent waiting for a person, a time or a message. */
    @JsonIgnore
    public boolean isWait() {
        return waits(kind);
    }

    /** Whether it is a task or call, not a mere event or gateway of the diagram. */
    @JsonIgnore
    public boolean isWork() {
        return kind.endsWith("Task") || kind.equals("task") || kind.equals("callActivity");
    }

    /** Whether its author gave it a name; a gateway that only joins has none. */
    @JsonIgnore
    public boolean isNamed() {
        return !name.equals(activity);
    }

    /** How long it took, or has taken until then. */
    public Duration duration(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt);
    }
}
