package dev.baton.delegates.hardware;

import dev.baton.action.Result;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the devices of a step came to, as variables for the diagram. */
final class HardwareTable {

    /** The fact that says how many findings a device has: the journal keeps the facts of a result, not its findings. */
    static final String FINDINGS = "findings";

    /** The fact that says whether a device told anything of its hardware. */
    static final String VISIBLE = "visible";

    /** So many rows a form or page can show. */
    private static final int ROWS = 500;

    private static final int NAMES = 20;

    private HardwareTable() {}

    /** The faulty devices come first, so that none is left out before a healthy one. */
    static Map<String, Object> of(Map<String, Result> results) {
        List<Map.Entry<String, Result>> sorted = results.entrySet().stream()
                .sorted(Map.Entry.<String, Result>comparingByValue(Comparator.comparing(HardwareTable::isSound))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<String> faulty = sorted.stream()
                .filter(result -> !isSound(result.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        String more = faulty.size() > NAMES ? " and " + (faulty.size() - NAMES) + " more" : "";
        return Map.of(
                "faultyCount",
                faulty.size(),
                "faultyDevices",
                faulty.stream().limit(NAMES).collect(Collectors.joining(", ")) + more,
                "notVisibleCount",
                (int) results.values().stream()
                        .filter(result -> !isVisible(result))
                        .count(),
                "hardwareTable",
                sorted.stream()
                        .limit(ROWS)
                        .map(result -> row(result.getKey(), result.getValue()))
                        .toList());
    }

    private static boolean isSound(Result result) {
        return Boolean.FALSE.equals(result.facts().get("faulty"));
    }

    private static boolean isVisible(Result result) {
        return !Boolean.FALSE.equals(result.facts().get(VISIBLE));
    }

    private static Map<String, Object> row(String device, Result result) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        row.put("healthy", isSound(result) && isVisible(result));
        row.put(VISIBLE, isVisible(result));
        row.put(FINDINGS, result.facts().getOrDefault(FINDINGS, 0));
        row.put("answer", result.summary());
        return row;
    }
}
