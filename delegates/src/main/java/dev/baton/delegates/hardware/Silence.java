package dev.baton.delegates.hardware;

import dev.baton.action.Finding;
import dev.baton.action.Severity;
import dev.baton.delegates.hardware.part.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sources that should have told something and did not.
 *
 * @param reasons by source
 * @param components what nothing is known of because of it
 */
record Silence(Map<String, String> reasons, Set<Component> components) {

    /** @param gone the sources that told something before and are not there now */
    static Silence of(Look look, Map<String, Set<Component>> gone) {
        Map<String, String> reasons = new LinkedHashMap<>();
        look.readings().stream()
                .filter(reading -> !reading.isReadable())
                .forEach(reading -> reasons.put(reading.source(), reading.problem()));
        boolean transportSilent = look.readings().stream()
                .anyMatch(
                        reading -> !reading.isReadable() && reading.components().size() == Component.values().length);
        if (!transportSilent) {
            gone.keySet().forEach(source -> reasons.put(source, "an earlier run read it; now it is not there"));
        }
        return new Silence(reasons, gone.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    List<Finding> findings(String device) {
        return reasons.entrySet().stream()
                .map(silent -> new Finding(
                                device,
                                ReadHardware.SOURCE_SILENT,
                                silent.getKey(),
                                Severity.WARNING,
                                silent.getKey() + " does not tell of the hardware, so its state is not known.")
                        .seen(silent.getValue()))
                .toList();
    }
}
