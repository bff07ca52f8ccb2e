package dev.baton.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refused attempts are on record whatever names and texts they came with. */
class JdbcDecisionRecordsTest {

    private static final String TASK = """
            <bpmn:userTask id="it" name="%s" camunda:candidateGroups="changeApprovers" camunda:formRef="decide"
                camunda:formRefBinding="deployment"/>""".formatted("Approve ".repeat(31).strip());

    private static final String FORM = """
            {"id": "decide", "type": "default", "components": [{"key": "decision", "type": "textfield"},
              {"key": "reason", "type": "textarea"}]}""";

    private TestEngine test;

    /** One way to try it with more text than anybody expects. */
    interface Attempt {
        void on(TaskService tasks, String task);
    }

    static Stream<Arguments> attempts() {
        String longName = "x".repeat(300);
        return Stream.of(
                attempt(
                        "complete",
                        (tasks, task) -> tasks.complete(
                                task, Map.of("decision", "approve\0 ".repeat(400), "reason", "because ".repeat(400)))),
                attempt("claim", (tasks, task) -> tasks.claim(task, longName)),
                attempt("assign", (tasks, task) -> tasks.setAssignee(task, longName)),
                attempt("delegate", (tasks, task) -> tasks.delegateTask(task, longName)),
                attempt("add", (tasks, task) -> tasks.addCandidateUser(task, longName)),
                attempt("remove", (tasks, task) -> tasks.deleteCandidateGroup(task, longName)));
    }

    private static Arguments attempt(String verb, Attempt attempt) {
        return Arguments.of(verb, attempt);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void longNamesAndDecisionsAreRefusedReadablyAndOnRecord(String verb, Attempt attempt) {
        JdbcClient database = startedOn(TestDatabase.h2());

        refused(attempt);

        assertThat(verbs(database)).containsExactly(verb);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void longNamesAndDecisionsAreRefusedOnPostgresToo(String verb, Attempt attempt) {
        JdbcClient database = startedOn(TestDatabase.postgres());

        refused(attempt);

        assertThat(verbs(database)).containsExactly(verb);
    }

    private JdbcClient startedOn(TestDatabase database) {
        JdbcClient client = JdbcClient.create(database.dataSource());
        test = new TestEngine(new JdbcDecisionRecords(client, database.transactions()));
        test.deploy(TestEngine.around(TASK), Map.of("decide.form", FORM));
        test.engine.getRuntimeService().startProcessInstanceByKey("test");
        test.engine.getIdentityService().setAuthenticatedUserId("eve");
        return client;
    }

    private void refused(Attempt attempt) {
        TaskService tasks = test.engine.getTaskService();
        String task = tasks.createTaskQuery().singleResult().getId();
        assertThatThrownBy(() -> attempt.on(tasks, task)).isInstanceOf(DecisionRefusedException.class);
    }

    private static List<String> verbs(JdbcClient database) {
        return database.sql("select decision from baton_approval where refused = true")
                .query(String.class)
                .list();
    }
}
