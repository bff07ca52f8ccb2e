package dev.baton.delegates.logs.drive;

import dev.baton.action.Observations.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** The drive as that look knows it: by its serial number, by the kernel's name for it, or by its bay. */
    public KnownDrive of(Drive drive) {
        return first(part -> !drive.serial().isEmpty() && drive.serial().equals(part.get("serial")))
                .or(() -> first(part -> isNamed(place(part), drive.name())))
                .or(() -> first(part -> isIn(place(part), drive.bay())))
                .map(part -> new KnownDrive(
                        place(part), word(String.valueOf(part.get("state"))), kind(String.valueOf(part.get("state")))))
                .orElse(KnownDrive.UNKNOWN);
    }

    /** The kinds of findings that this look at the hardware has open for any drive. */
    public Set<String> kinds() {
        return parts.stream()
                .map(part -> kind(String.valueOf(part.get("state"))))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toSet());
    }

    private Optional<Map<?, ?>> first(Predicate<Map<?, ?>> wanted) {
        return parts.stream().filter(wanted).findFirst();
    }

    private static String place(Map<?, ?> part) {
        return part.get("place") instanceof String place ? place : "";
    }

    private static boolean isNamed(String place, String name) {
        return place.equals("/dev/" + name) || place.startsWith("/dev/" + name + " ");
    }

    /** A controller's name may stand before the enclosure. */
    private static boolean isIn(String place, String bay) {
        return !bay.isEmpty() && (place.equals(bay) || place.endsWith(", " + bay));
    }

    private static String kind(String state) {
        return switch (state) {
            case "FAILED" -> "drive-failed";
            case "MISSING" -> "drive-missing";
            case "PREDICTED_FAILURE" -> "drive-failing";
            default -> "";
        };
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
