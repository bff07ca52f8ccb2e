package dev.baton.delegates.patch.after;

import dev.baton.action.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What changed on all hosts, as people read it, and the versions from before, as the way back takes them. */
final class StateTables {

    private static final int TABLE_ROWS = 500;

    private StateTables() {}

    static Map<String, Object> of(Map<String, Result> results) {
        List<Map<String, Object>> hosts = new ArrayList<>();
        List<Map<String, Object>> changes = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        results.forEach((device, result) -> {
            List<Map<?, ?>> changed = changes(result);
            hosts.add(host(device, result, changed.size()));
            for (Map<?, ?> change : changed) {
                String from = String.valueOf(change.get("from"));
                String to = String.valueOf(change.get("to"));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("device", device);
                row.put("package", change.get("package"));
                row.put(
                        "change",
                        from.isEmpty() ? "new: " + to : to.isEmpty() ? "removed: " + from : from + " to " + to);
                changes.add(row);
                if (!from.isEmpty() && !to.isEmpty()) {
                    versions.add(device + " " + change.get("package") + "=" + from);
                }
            }
        });
        return Map.of(
                "stateTable", hosts.stream().limit(TABLE_ROWS).toList(),
                "changeTable", changes.stream().limit(TABLE_ROWS).toList(),
                "changedPackages", changes.size(),
                "versionsBefore", versions);
    }

    private static Map<String, Object> host(String device, Result result, int changed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        row.put("packages", changed);
        row.put("kernel", String.valueOf(result.facts().getOrDefault("kernelAfter", "")));
        row.put("rebooted", Boolean.TRUE.equals(result.facts().get("rebooted")) ? "yes" : "no");
        row.put("failed", words(result, "failedSince"));
        row.put("stopped", words(result, "stoppedSince"));
        return row;
    }

    private static String words(Result result, String fact) {
        return result.facts().get(fact) instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "";
    }

    private static List<Map<?, ?>> changes(Result result) {
        List<Map<?, ?>> changes = new ArrayList<>();
        if (result.facts().get("changes") instanceof List<?> list) {
            list.forEach(change -> changes.add((Map<?, ?>) change));
        }
        return changes;
    }
}
