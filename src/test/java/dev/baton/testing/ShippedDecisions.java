package dev.baton.testing;

import dev.baton.action.Decisions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The shipped decision tables, asked without an engine around them. */
public final class ShippedDecisions implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @Override
    public Map<String, Object> decide(String decision, Map<String, Object> facts) {
        DmnDecisionRuleResult row =
                ENGINE.evaluateDecisionTable(parsed(decision), facts).getSingleResult();
        Map<String, Object> answer = new HashMap<>(row == null ? Map.of() : row.getEntryMap());
        answer.values().removeIf(Objects::isNull);
        return answer;
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
