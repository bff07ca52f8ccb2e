package dev.baton.finding;

import dev.baton.action.Finding;
import dev.baton.action.Severity;
import dev.baton.inventory.InventoryDevice;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The finding that a device may use old algorithms, which gets more urgent as its last day comes near. */
final class LegacyMarks {

    static final String KIND = "legacy-algorithms";

    private static final int DAYS_BEFORE = 30;

    private LegacyMarks() {}

    /** Empty for a device that is not marked. */
    static Optional<Finding> finding(InventoryDevice device, LocalDate today) {
        Map<String, LocalDate> marks = new TreeMap<>();
        if (device.ssh() != null && device.ssh().legacyUntil() != null) {
            marks.put("SSH", device.ssh().legacyUntil());
        }
        if (device.snmp() != null && device.snmp().legacyUntil() != null) {
            marks.put("SNMP", device.snmp().legacyUntil());
        }
        return marks.values().stream()
                .min(LocalDate::compareTo)
                .map(first -> new Finding(device.name(), KIND, null, severity(first, today), message(marks, today)));
    }

    private static Severity severity(LocalDate until, LocalDate today) {
        if (today.isAfter(until)) {
            return Severity.CRITICAL;
        }
        return today.plusDays(DAYS_BEFORE).isBefore(until) ? Severity.INFO : Severity.WARNING;
    }

    private static String message(Map<String, LocalDate> marks, LocalDate today) {
        return marks.entrySet().stream()
                .map(mark -> (today.isAfter(mark.getValue()) ? "refused since the end of " : "accepted until ")
                        + mark.getValue() + " over " + mark.getKey())
                .collect(Collectors.joining(", ", "Old algorithms are ", " (legacy-until in the inventory)."));
    }
}
