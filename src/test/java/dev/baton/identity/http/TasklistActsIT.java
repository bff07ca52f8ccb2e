package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.application.RunningApplication;
import dev.baton.engine.TestEngine;
import dev.baton.identity.ActAs;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist sends when people share an approval, with the engine's permissions on. */
@RunningApplication
class TasklistActsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PEOPLE = List.of("asker", "bob", "cyd", "dan");

    private static final String APPROVAL = TestEngine.around("""
            <bpmn:userTask id="it" name="Approve sharing" camunda:candidateGroups="changeApprovers"
                camunda:formRef="decide" camunda:formRefBinding="deployment"/>""");

    private static final String FORM = """
            {"id": "decide", "type": "default", "components": [{"key": "decision", "type": "radio",
              "validate": {"required": true}, "values": [{"value": "approve"}, {"value": "reject"}]}]}""";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identities;

    @Autowired
    private ActAs actAs;

    @LocalServerPort
    private int port;

    private final Map<String, String> passwords = new HashMap<>();
    private Browser browser;
    private String deployment;
    private String task;

    @BeforeEach
    void ask() {
        browser = new Browser(port, passwords);
        for (String person : PEOPLE) {
            User user = identities.newUser(person);
            user.setPassword("password-of-" + person);
            identities.saveUser(user);
            identities.createMembership(person, person.equals("dan") ? "operators" : "changeApprovers");
            passwords.put(person, "password-of-" + person);
        }
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("sharing.bpmn", TestEngine.diagram(APPROVAL).replace("id=\"test\"", "id=\"sharing\""))
                .addString("decide.form", FORM)
                .deploy()
                .getId();
        actAs.user(
                "asker",
                List.of("operators", "changeApprovers"),
                () -> engine.getRuntimeService().startProcessInstanceByKey("sharing"));
        task = engine.getTaskService()
                .createTaskQuery()
                .taskName("Approve sharing")
                .singleResult()
                .getId();
    }

    @AfterEach
    void forget() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        PEOPLE.forEach(identities::deleteUser);
    }

    @Test
    void approversClaimReleaseAndReplaceEachOther() throws Exception {
        HttpClient bob = browser.signIn("bob");
        HttpClient cyd = browser.signIn("cyd");

        assertThat(act(bob, "claim", "{\"userId\": \"bob\"}")).isEqualTo(204);
        assertThat(act(bob, "unclaim", "{}")).isEqualTo(204);
        assertThat(act(cyd, "claim", "{\"userId\": \"cyd\"}")).isEqualTo(204);
        assertThat(act(bob, "assignee", "{\"userId\": \"bob\"}")).isEqualTo(204);
        assertThat(act(bob, "assignee", "{\"userId\": \"cyd\"}")).isEqualTo(204);
        assertThat(assignee()).isEqualTo("cyd");
        assertThat(act(cyd, "submit-form", "{\"variables\": {\"decision\": {\"value\": \"approve\"}}}"))
                .isEqualTo(204);
    }

    @Test
    void neitherTheRequesterNorSomebodyElseGetsOrTakesIt() throws Exception {
        HttpClient bob = browser.signIn("bob");
        act(bob, "claim", "{\"userId\": \"bob\"}");

        for (String person : List.of("asker", "dan")) {
            HttpClient other = browser.signIn(person);
            String self = "{\"userId\": \"%s\"}".formatted(person);
            assertThat(act(other, "unclaim", "{}")).describedAs(person).isEqualTo(403);
            assertThat(act(other, "assignee", self)).describedAs(person).isEqualTo(403);
            assertThat(act(bob, "assignee", self)).describedAs(person).isEqualTo(403);
            assertThat(act(other, "submit-form", "{\"variables\": {\"decision\": {\"value\": \"approve\"}}}"))
                    .describedAs(person)
                    .isEqualTo(403);
        }
        assertThat(assignee()).isEqualTo("bob");
    }

    @Test
    void datesAndPriorityChangeAndTheRestDoesNot() throws Exception {
        HttpClient bob = browser.signIn("bob");
        ObjectNode shown = (ObjectNode) JSON.readTree(
                browser.send(bob, "GET", Browser.ENGINE + "/task/" + task, "").body());
        shown.retain("name", "description", "priority", "assignee", "owner", "delegationState", "due", "followUp");
        ObjectNode urgent = shown.deepCopy().put("priority", 90).put("assignee", "bob");
        ObjectNode renamed = shown.deepCopy().put("name", "Approve something else");
        ObjectNode given = shown.deepCopy().put("assignee", "asker");

        assertThat(put(bob, urgent)).isEqualTo(204);
        assertThat(put(bob, renamed)).isEqualTo(403);
        assertThat(put(bob, given)).isEqualTo(403);
        assertThat(assignee()).isEqualTo("bob");
    }

    private int act(HttpClient session, String act, String body) throws Exception {
        return browser.send(session, "POST", Browser.ENGINE + "/task/" + task + "/" + act, body)
                .statusCode();
    }

    private int put(HttpClient session, JsonNode body) throws Exception {
        return browser.send(session, "PUT", Browser.ENGINE + "/task/" + task, body.toString())
                .statusCode();
    }

    private String assignee() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
    }
}
