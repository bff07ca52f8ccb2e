package dev.baton.delegates.hardware;

import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The answer to "How's the RAID doing?" in one sentence. */
final class Wording {

    static final String NOT_VISIBLE = "its hardware is not visible: no table that Baton knows answers";

    private static final int NAMED_FAULTS = 3;

    private Wording() {}

    static String answer(Look look, int findings) {
        List<String> sentences = new ArrayList<>();
        Map<Component, List<Part>> parts = look.parts().stream()
                .collect(Collectors.groupingBy(
                        Part::component, () -> new EnumMap<>(Component.class), Collectors.toList()));
        parts.forEach((component, all) -> sentences.add(count(component, all)));
        String unread = look.readings().stream()
                .filter(reading -> !reading.isReadable())
                .map(Reading::source)
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            sentences.add("not readable: " + unread);
        }
        if (sentences.isEmpty()) {
            return NOT_VISIBLE;
        }
        return (findings == 0 ? "healthy: " : "") + String.join("; ", sentences);
    }

    private static String count(Component component, List<Part> parts) {
        List<Part> faulty =
                parts.stream().filter(part -> part.state().isFault()).toList();
        String counted = parts.size() + " " + name(component, parts.size());
        if (faulty.isEmpty()) {
            return counted + " OK";
        }
        String named = faulty.stream()
                .limit(NAMED_FAULTS)
                .map(part -> part.place() + " " + part.state().word() + (rebuilt(part) ? " (rebuilding)" : ""))
                .collect(Collectors.joining(", "));
        String more = faulty.size() > NAMED_FAULTS ? " and " + (faulty.size() - NAMED_FAULTS) + " more" : "";
        return counted + ", faulty: " + named + more;
    }

    private static boolean rebuilt(Part part) {
        return part.rebuilding() && part.state() != State.REBUILDING;
    }

    private static String name(Component component, int count) {
        if (component == Component.SYSTEM) {
            return count == 1 ? "subsystem" : "subsystems";
        }
        if (count == 1) {
            return component.label();
        }
        return switch (component) {
            case BATTERY -> "batteries";
            case POWER_SUPPLY -> "power supplies";
            default -> component.label() + "s";
        };
    }
}
