package dev.baton.action;

import java.util.List;
import java.util.Map;

/**
 * Decision tables for a delegate that has many things to judge. The diagram names the table by the step's input
 * {@code decision}, and it is deployed with the diagram.
 */
public interface Decisions {

    /**
     * The outputs of the rows that fit, in the order of the table.
     *
     * @param facts every input of the table: strings, numbers and booleans
     * @throws ActionProblem {@code BAD_INPUT} when there is no such table or it cannot be evaluated
     */
    List<Map<String, Object>> decide(String table, Map<String, Object> facts);
}
