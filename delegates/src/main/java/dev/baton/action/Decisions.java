package dev.baton.action;

import java.util.List;
import java.util.Map;

/** The decision tables that are deployed with procedures. */
public interface Decisions {

    /**
     * What the table says for these facts, in the order of its rows.
     *
     * @param decision the key of a table, e.g. {@code drive-evidence}
     * @return the outputs of each row that fits, by their names; an output without a value is left out
     * @throws ActionProblem {@code BAD_INPUT} when there is no such table or it cannot answer
     */
    List<Map<String, Object>> rows(String decision, Map<String, Object> facts);

    /**
     * The same of a table that gives one row, e.g. {@code firmware-policy}; empty when it gives none, or several.
     *
     * @throws ActionProblem {@code BAD_INPUT} when there is no such table or it cannot answer
     */
    default Map<String, Object> decide(String decision, Map<String, Object> facts) {
        List<Map<String, Object>> rows = rows(decision, facts);
        return rows.size() == 1 ? rows.get(0) : Map.of();
    }
}
