package dev.baton.delegates.patch;

import dev.baton.action.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is pending on all hosts, as people read it in a form. */
final class PatchTables {

    private static final String YES = "yes";
    private static final int TABLE_ROWS = 500;
    private static final Pattern KERNEL = Pattern.compile("^(linux-image|kernel(-|$))");

    private PatchTables() {}

    static Map<String, Object> of(Map<String, Result> results) {
        List<Map<String, Object>> patches = changes(results, "patches");
        List<Map<String, Object>> withheld = changes(results, "withheld");
        withheld.forEach(
                row -> row.put("why", row.get("reason") + (YES.equals(row.get("security")) ? ", security" : "")));
        List<Map<String, Object>> cves = rows(results, "cves");
        long security =
                patches.stream().filter(row -> YES.equals(row.get("security"))).count();
        long devices = patches.stream().map(row -> row.get("device")).distinct().count();
        long open = cves.stream()
                .filter(row -> Boolean.TRUE.equals(row.remove("open")))
                .count();
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("hostTable", hosts(results));
        variables.put("patchTable", patches.stream().limit(TABLE_ROWS).toList());
        variables.put("patchCount", patches.size());
        variables.put("securityCount", Math.toIntExact(security));
        variables.put("devicesWithPatches", Math.toIntExact(devices));
        variables.put("withheldTable", withheld.stream().limit(TABLE_ROWS).toList());
        variables.put("withheldCount", withheld.size());
        variables.put("cveTable", cves.stream().limit(TABLE_ROWS).toList());
        variables.put("openCves", Math.toIntExact(open));
        variables.put("cvePackages", packages(results));
        return variables;
    }

    private static List<Map<String, Object>> changes(Map<String, Result> results, String fact) {
        List<Map<String, Object>> rows = rows(results, fact);
        rows.forEach(row -> {
            row.put("change", change(String.valueOf(row.get("from")), String.valueOf(row.get("to"))));
            // People read the table in a form, which leaves the cell of a boolean empty.
            row.put("security", Boolean.TRUE.equals(row.get("security")) ? YES : "no");
        });
        return rows;
    }

    private static List<Map<String, Object>> rows(Map<String, Result> results, String fact) {
        List<Map<String, Object>> rows = new ArrayList<>();
        results.forEach((device, result) -> list(result, fact).forEach(entry -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("device", device);
            ((Map<?, ?>) entry).forEach((name, value) -> row.put(String.valueOf(name), value));
            rows.add(row);
        }));
        return rows;
    }

    private static String change(String from, String to) {
        if (to.isEmpty()) {
            return "not known";
        }
        return from.isEmpty() ? "new: " + to : from + " to " + to;
    }

    private static List<Map<String, Object>> hosts(Map<String, Result> results) {
        return results.entrySet().stream()
                .limit(TABLE_ROWS)
                .map(host -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("device", host.getKey());
                    row.put("address", host.getValue().facts().getOrDefault("address", ""));
                    row.put("patches", host.getValue().facts().getOrDefault("patchCount", 0));
                    row.put("security", host.getValue().facts().getOrDefault("securityCount", 0));
                    row.put("reboot", list(host.getValue(), "patches").anyMatch(PatchTables::isKernel) ? YES : "no");
                    return row;
                })
                .toList();
    }

    /** What a host needs a reboot for, as far as that is known before the installation. */
    private static boolean isKernel(Object patch) {
        return KERNEL.matcher(Objects.toString(((Map<?, ?>) patch).get("package")))
                .find();
    }

    private static List<String> packages(Map<String, Result> results) {
        return results.values().stream()
                .flatMap(result -> list(result, "cvePackages"))
                .map(String::valueOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<?> list(Result result, String fact) {
        return result.facts().get(fact) instanceof List<?> list ? list.stream() : Stream.of();
    }
}
