package dev.baton.delegates.compliance;

import dev.baton.action.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong where, and one change that helps as many devices as any other would. */
final class ComplianceReport {

    static final String BREACHES = "breaches";
    static final String REMEDY = "remedy";
    static final String DRIFT = "drift";

    private static final int TABLE_ROWS = 200;
    private static final int LONGEST = 3_500;

    private ComplianceReport() {}

    static Map<String, Object> of(Map<String, Result> results) {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, List<String>> byRemedy = new LinkedHashMap<>();
        int noncompliant = 0;
        int drifted = 0;
        for (Map.Entry<String, Result> entry : results.entrySet()) {
            Map<String, Object> facts = entry.getValue().facts();
            List<?> breaches = facts.get(BREACHES) instanceof List<?> list ? list : List.of();
            breaches.forEach(breach -> rows.add(row(entry.getKey(), breach.toString())));
            noncompliant += breaches.isEmpty() ? 0 : 1;
            drifted += facts.containsKey(DRIFT) ? 1 : 0;
            if (facts.containsKey(DRIFT)) {
                rows.add(row(entry.getKey(), "differs from what was accepted or intended"));
            }
            Object remedy = facts.get(REMEDY);
            if (remedy != null && remedy.toString().length() <= LONGEST) {
                byRemedy.computeIfAbsent(remedy.toString(), lines -> new ArrayList<>())
                        .add(entry.getKey());
            }
        }
        String lines = byRemedy.entrySet().stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .map(Map.Entry::getKey)
                .orElse("");
        List<String> devices = byRemedy.getOrDefault(lines, List.of());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("complianceTable", rows.stream().limit(TABLE_ROWS).toList());
        report.put("noncompliantCount", noncompliant);
        report.put("driftCount", drifted);
        report.put("remedyLines", lines);
        report.put("remedyQuery", names(devices));
        report.put("remedyCount", devices.size());
        return report;
    }

    /** As many as a query has room for; the others are proposed next. */
    private static String names(List<String> devices) {
        StringBuilder names = new StringBuilder();
        for (String device : devices) {
            if (names.length() + device.length() > LONGEST) {
                break;
            }
            names.append(names.isEmpty() ? "" : ", ").append(device);
        }
        return names.toString();
    }

    private static Map<String, Object> row(String device, String what) {
        return Map.of("device", device, "what", what);
    }
}
