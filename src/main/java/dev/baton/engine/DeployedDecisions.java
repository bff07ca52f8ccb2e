package dev.baton.engine;

import dev.baton.action.Decisions;
import dev.baton.action.Problem;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the newest version of a decision table. */
@Component
final class DeployedDecisions implements Decisions {

    private final DecisionService decisions;

    DeployedDecisions(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Map<String, Object>> decide(String table, Map<String, Object> facts) {
        try {
            return decisions
                    .evaluateDecisionTableByKey(table)
                    .variables(facts)
                    .evaluate()
                    .getResultList();
        } catch (NotFoundException e) {
            throw Problem.BAD_INPUT.because("there is no decision table " + table);
        } catch (ProcessEngineException e) {
            throw Problem.BAD_INPUT.because(
                    "the decision table " + table + " cannot be asked with " + facts.keySet() + ": " + e.getMessage());
        }
    }
}
