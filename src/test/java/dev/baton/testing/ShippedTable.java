package dev.baton.testing;

import java.util.List;
import java.util.Map;

/** A shipped decision table, to ask it. */
public final class ShippedTable {

    private static final ShippedDecisions DECISIONS = new ShippedDecisions();

    private final String key;

    public ShippedTable(String key) {
        this.key = key;
    }

    /** The rows that fit. */
    public List<Map<String, Object>> all(Map<String, Object> facts) {
        return DECISIONS.rows(key, facts);
    }

    public Map<String, Object> first(Map<String, Object> facts) {
        return all(facts).get(0);
    }
}
