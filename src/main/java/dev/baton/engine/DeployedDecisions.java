package dev.baton.engine;

import dev.baton.action.Decisions;
import dev.baton.action.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the newest deployed version of a table. The same facts have the same answer, so a fleet asks once for each kind; which version
 * is the newest is looked up once a second.
 */
@Component
class DeployedDecisions implements Decisions {

    private static final int MOST_ANSWERS = 2_000;
    private static final Duration NEWEST_FOR = Duration.ofSeconds(1);

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final InstantSource clock;
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();
    private final Map<Question, List<Map<String, Object>>> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, List<Map<String, Object>>> eldest) {
                    return size() > MOST_ANSWERS;
                }
            });

    @Autowired
    DeployedDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this(decisions, repository, InstantSource.system());
    }

    DeployedDecisions(DecisionService decisions, RepositoryService repository, InstantSource clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
        Question question = new Question(newest(decision), Map.copyOf(facts));
        List<Map<String, Object>> known = answers.get(question);
        if (known != null) {
            return known;
        }
        List<Map<String, Object>> answer = answer(decision, question);
        answers.put(question, answer);
        return answer;
    }

    /** The id of the newest version; devices that ask at the same moment look it up once. */
    private String newest(String decision) {
        Instant now = clock.instant();
        return newest.compute(
                        decision,
                        (key, known) ->
                                known != null && known.seen().plus(NEWEST_FOR).isAfter(now)
                                        ? known
                                        : new Newest(lookedUp(key), now))
                .table();
    }

    private String lookedUp(String decision) {
        DecisionDefinition table = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw Problem.BAD_INPUT.because("there is no decision table " + decision);
        }
        return table.getId();
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

    private record Newest(String table, Instant seen) {}

    private record Question(String table, Map<String, Object> facts) {}
}
