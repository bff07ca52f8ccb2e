package dev.baton.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of a query: only those that a reader asked for, so that the database can use its indexes. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds a condition with the one parameter that it names, unless the value is missing. */
    Conditions and(String clause, String parameter, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            clauses.add(clause);
            parameters.put(parameter, value);
        }
        return this;
    }

    Conditions and(String clause) {
        clauses.add(clause);
        return this;
    }

    String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
