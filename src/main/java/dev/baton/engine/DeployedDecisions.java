package dev.baton.engine;

import dev.baton.action.Decisions;
import dev.baton.action.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the newest deployed version of a table. The same facts have the same answer, so a fleet asks once for each kind. */
@Component
class DeployedDecisions implements Decisions {

    private static final int MOST_ANSWERS = 2_000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<Question, Map<String, Object>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Map<String, Object>> eldest) {
                    return size() > MOST_ANSWERS;
                }
            });

    DeployedDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public Map<String, Object> decide(String decision, Map<String, Object> facts) {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw Problem.BAD_INPUT.because("there is no decision table " + decision);
        }
        Question question = new Question(table.getId(), Map.copyOf(facts));
        Map<String, Object> known = answers.get(question);
        if (known != null) {
            return known;
        }
        Map<String, Object> answer = answer(decision, question);
        answers.put(question, answer);
        return answer;
    }

    private Map<String, Object> answer(String decision, Question question) {
        try {
            DmnDecisionTableResult result = decisions
                    .evaluateDecisionTableById(question.table())
                    .variables(question.facts())
                    .evaluate();
            Map<String, Object> answer = new LinkedHashMap<>();
            if (result.size() == 1) {
                result.get(0).getEntryMap().forEach((name, value) -> {
                    if (value != null) {
                        answer.put(name, value);
                    }
                });
            }
            return Collections.unmodifiableMap(answer);
        } catch (ProcessEngineException e) {
            throw Problem.BAD_INPUT.because("the decision table " + decision + " cannot answer for " + question.facts()
                    + ": " + e.getMessage());
        }
    }

    private record Question(String table, Map<String, Object> facts) {}
}
