package dev.baton.delegates.logs.drive;

import dev.baton.action.Observations.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the last look at the hardware of the device said of its drives. @param parts as that look kept them */
public record KnownHardware(List<Map<?, ?>> parts) {

    /** The kind of observation that a hardware check keeps. */
    public static final String KIND = "hardware";

    public KnownHardware {
        parts = List.copyOf(parts);
    }

    public static KnownHardware of(Optional<Seen> seen) {
        Object parts =
                seen.map(Seen::content).map(content -> content.get("parts")).orElse(List.of());
        return new KnownHardware(
                parts instanceof List<?> list
                        ? list.stream()
                                .filter(Map.class::isInstance)
                                .<Map<?, ?>>map(part -> (Map<?, ?>) part)
                                .filter(part -> "drive".equals(part.get("component")))
                                .toList()
                        : List.of());
    }

    /** {@code failed}, {@code predicted}, {@code ok} or {@code unknown}, by serial number or by place. */
    public String stateOf(String serial, String place) {
        return parts.stream()
                .filter(part ->
                        !serial.isEmpty() && serial.equals(part.get("serial")) || place.equals(part.get("place")))
                .map(part -> word(String.valueOf(part.get("state"))))
                .findFirst()
                .orElse("unknown");
    }

    private static String word(String state) {
        return switch (state) {
            case "FAILED", "MISSING" -> "failed";
            case "PREDICTED_FAILURE" -> "predicted";
            case "OK" -> "ok";
            default -> "unknown";
        };
    }
}
