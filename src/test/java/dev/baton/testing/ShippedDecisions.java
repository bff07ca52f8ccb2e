package dev.baton.testing;

import dev.baton.action.Decisions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The shipped decision tables, asked without an engine around them. */
public final class ShippedDecisions implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(parsed(decision), facts).getResultList().stream()
                .map(ShippedDecisions::withoutGaps)
                .toList();
    }

    private static Map<String, Object> withoutGaps(Map<String, Object> row) {
        Map<String, Object> filled = new HashMap<>(row);
        filled.values().removeIf(Objects::isNull);
        return filled;
    }

    private static DmnDecision parsed(String decision) {
        String text = ShippedProcedures.decisions().stream()
                .filter(file -> file.endsWith(decision + ".dmn"))
                .map(ShippedProcedures::read)
                .findFirst()
                .orElseThrow();
        return ENGINE.parseDecision(decision, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
