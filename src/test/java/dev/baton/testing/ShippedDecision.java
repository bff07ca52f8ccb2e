package dev.baton.testing;

import dev.baton.action.Decisions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A decision table of this repository, asked without a process engine. */
public final class ShippedDecision implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision table;

    public ShippedDecision(String name) {
        table = ENGINE.parseDecision(
                name,
                new ByteArrayInputStream(ShippedProcedures.decisions().stream()
                        .filter(file -> file.endsWith(name + ".dmn"))
                        .map(ShippedProcedures::read)
                        .findFirst()
                        .orElseThrow()
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<Map<String, Object>> decide(String name, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(table, facts).getResultList();
    }
}
