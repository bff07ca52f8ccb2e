package dev.baton.action;

import java.util.Map;

/** The decision tables that are deployed with procedures. */
public interface Decisions {

    /**
     * What the table says for these facts.
     *
     * @param decision the key of a table that gives one row, e.g. {@code firmware-policy}
     * @return by the names of its outputs; an output without a value is left out
     * @throws ActionProblem {@code BAD_INPUT} when there is no such table or it cannot answer
     */
    Map<String, Object> decide(String decision, Map<String, Object> facts);
}
