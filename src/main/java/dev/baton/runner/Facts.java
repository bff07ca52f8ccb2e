package dev.baton.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Result;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The facts that a run's actions recorded, by device. */
@Component
class Facts {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Facts(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All facts of a run in one statement; a later one replaces an earlier one of the same name. */
    Map<String, Map<String, String>> of(String run) {
        Map<String, Map<String, String>> facts = new HashMap<>();
        jdbc.query(
                "select device, result from baton_action where run = ? and result is not null"
                        + " order by planned_at, finished_at",
                result -> {
                    Map<String, String> known = facts.computeIfAbsent(result.getString(1), device -> new HashMap<>());
                    read(result.getString(2)).forEach((name, value) -> known.put(name, String.valueOf(value)));
                },
                run);
        return facts;
    }

    String write(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts that are no JSON: " + facts.keySet(), e);
        }
    }

    Map<String, Object> read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new LinkedHashMap<>();
        }
        try {
            return json.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds facts that are no JSON", e);
        }
    }

    /** The results of the rows that succeeded, by device. */
    Map<String, Result> results(List<ActionRow> rows) {
        Map<String, Result> results = new LinkedHashMap<>();
        for (ActionRow row : rows) {
            if (row.state() == ActionState.SUCCEEDED) {
                String summary = row.message() == null ? "" : row.message();
                Result result =
                        Boolean.TRUE.equals(row.changed()) ? Result.changed(summary) : Result.unchanged(summary);
                results.put(row.device(), result.with(read(row.result())));
            }
        }
        return results;
    }
}
