package dev.baton.engine;

import dev.baton.action.Decisions;
import dev.baton.action.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Question, List<Map<String, Object>>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, List<Map<String, Object>>> eldest) {
                    return size() > MOST_ANSWERS;
                }
            });

    DeployedDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw Problem.BAD_INPUT.because("there is no decision table " + decision);
        }
        Question question = new Question(table.getId(), Map.copyOf(facts));
        List<Map<String, Object>> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Map<String, Object>> answer = answer(decision, question);
        answers.put(question, answer);
        return answer;
    }

    private List<Map<String, Object>> answer(String decision, Question question) {
        try {
            return decisions
                    .evaluateDecisionTableById(question.table())
                    .variables(question.facts())
                    .evaluate()
                    .getResultList()
                    .stream()
                    .map(DeployedDecisions::withoutGaps)
                    .toList();
        } catch (ProcessEngineException e) {
            throw Problem.BAD_INPUT.because("the decision table " + decision + " cannot answer for " + question.facts()
                    + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> withoutGaps(Map<String, Object> row) {
        Map<String, Object> filled = new LinkedHashMap<>(row);
        filled.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(filled);
    }

    private record Question(String table, Map<String, Object> facts) {}
}
