package dev.baton.delegates.network;

import dev.baton.action.Result;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables for diagrams: one row per device with the facts that it has. */
public final class Rows {

    private static final int MOST = 500;

    private Rows() {}

    public static Map<String, Object> of(String table, Map<String, Result> results, String... facts) {
        List<Map<String, Object>> rows = results.entrySet().stream()
                .limit(MOST)
                .map(entry -> row(entry.getKey(), entry.getValue().facts(), facts))
                .toList();
        return Map.of(table, rows);
    }

    private static Map<String, Object> row(String device, Map<String, Object> known, String... facts) {
        Map<String, Object> row = new TreeMap<>(Map.of("device", device));
        for (String fact : facts) {
            row.put(fact, known.getOrDefault(fact, ""));
        }
        return row;
    }
}
