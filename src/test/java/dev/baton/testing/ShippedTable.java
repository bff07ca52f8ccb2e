package dev.baton.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A shipped decision table, to ask it. */
public final class ShippedTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    public ShippedTable(String key) {
        decision = ENGINE.parseDecision(
                key,
                new ByteArrayInputStream(ShippedProcedures.decisions().stream()
                        .filter(file -> file.endsWith(key + ".dmn"))
                        .map(ShippedProcedures::read)
                        .findFirst()
                        .orElseThrow()
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** The rows that fit. */
    public List<Map<String, Object>> all(Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(decision, facts).getResultList();
    }

    public Map<String, Object> first(Map<String, Object> facts) {
        return all(facts).get(0);
    }
}
