package dev.baton.delegates.firmware.policy;

import dev.baton.action.Result;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts verdicts and shows the worst devices first. */
public final class FirmwareReport {

    private static final int TABLE_ROWS = 200;
    private static final List<String> COLUMNS = List.of("platform", "model", "version", "verdict", "reason");

    private FirmwareReport() {}

    /** What a judgement adds to the facts of a device. */
    public static Map<String, Object> facts(Map<String, Object> firmware, Judgement judgement, boolean changed) {
        Map<String, Object> facts = new LinkedHashMap<>(firmware);
        facts.put("verdict", judgement.verdict().name());
        facts.put("reason", judgement.reason());
        facts.put("firmwareChanged", changed);
        return facts;
    }

    /** Variables for the diagram. @param results by device, with the facts above */
    public static Map<String, Object> of(Map<String, Result> results) {
        Map<String, Object> report = new LinkedHashMap<>();
        Arrays.stream(Verdict.values())
                .forEach(verdict -> report.put(
                        verdict.name().toLowerCase(Locale.ROOT) + "Count", count(results, "verdict", verdict.name())));
        report.put("firmwareChangedCount", count(results, "firmwareChanged", true));
        report.put(
                "firmwareTable",
                results.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue().facts()))
                        .sorted(Comparator.comparing(FirmwareReport::verdict))
                        .limit(TABLE_ROWS)
                        .toList());
        return report;
    }

    private static Verdict verdict(Map<String, Object> row) {
        return Verdict.valueOf(String.valueOf(row.get("verdict")));
    }

    private static int count(Map<String, Result> results, String fact, Object value) {
        return Math.toIntExact(results.values().stream()
                .filter(result -> value.equals(result.facts().get(fact)))
                .count());
    }

    private static Map<String, Object> row(String device, Map<String, Object> facts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        COLUMNS.forEach(column -> row.put(column, facts.getOrDefault(column, "")));
        return row;
    }
}
