package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.application.FirstPasswords;
import dev.baton.application.RunningApplication;
import dev.baton.engine.TestEngine;
import dev.baton.identity.ActAs;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningApplication
class RouteSecurityIT {

    private static final String ENGINE = Browser.ENGINE;

    private static final String APPROVAL = TestEngine.around("""
            <bpmn:userTask id="it" name="Approve it" camunda:candidateGroups="changeApprovers"
                camunda:formRef="decide" camunda:formRefBinding="deployment"/>""");

    private static final String FORM = """
            {"id": "decide", "type": "default", "components": [{"key": "decision", "type": "radio",
              "validate": {"required": true}, "values": [{"value": "approve"}, {"value": "reject"}]}]}""";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private ActAs actAs;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    private final Map<String, String> passwords = new HashMap<>();

    private Browser browser;

    @BeforeEach
    void readPasswords() throws IOException {
        browser = new Browser(port, passwords);
        passwords.putAll(FirstPasswords.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/runs",
                "/api/v1/runs",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/engine/engine",
                ENGINE + "/task",
                "/engine-rest/engine",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/h2-console"
            })
    void nobodyReachesAnythingWithoutSigningIn(String path) throws Exception {
        HttpResponse<String> answer = browser.send(HttpClient.newHttpClient(), "GET", path, "");

        assertThat(answer.statusCode()).isIn(302, 401, 403);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        }
    }

    @Test
    void theLoginPageIsOpenAndStrict() throws Exception {
        HttpResponse<String> page = browser.send(HttpClient.newHttpClient(), "GET", "/login", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @ParameterizedTest
    @CsvSource({
        "operator, 200, 200, 403",
        "approver, 200, 403, 403",
        "owner, 200, 403, 403",
        "auditor, 200, 200, 403",
        "admin, 200, 200, 200"
    })
    void oneLoginOpensTheApplicationsOfARole(String person, int tasklist, int cockpit, int admin) throws Exception {
        HttpClient session = browser.signIn(person);

        assertThat(browser.send(session, "GET", ENGINE + "/task/count", "").statusCode())
                .isEqualTo(200);
        assertThat(app(session, "tasklist")).isEqualTo(tasklist);
        assertThat(app(session, "cockpit")).isEqualTo(cockpit);
        assertThat(app(session, "admin")).isEqualTo(admin);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /deployment/create",
        "DELETE, /deployment/x",
        "DELETE, /history/process-instance/x",
        "POST, /history/process-instance/delete",
        "POST, /history/cleanup",
        "POST, /process-definition/key/patch-hosts/start",
        "POST, /process-definition/patch-hosts:1:x/start",
        "POST, /process-definition/x/restart",
        "POST, /modification/execute",
        "DELETE, /user/nobody",
        "PUT, /user/nobody/credentials",
        "DELETE, /group/camunda-admin/members/nobody",
        "DELETE, /process-instance/x",
        "POST, /process-instance/x/modification",
        "PUT, /process-instance/x/variables/y",
        "POST, /process-instance/x/variables",
        "PUT, /task/x/variables/y",
        "POST, /task/x/localVariables",
        "POST, /task/x/bpmnError",
        "POST, /task/create",
        "POST, /external-task/fetchAndLock",
        "POST, /external-task/x/complete",
        "POST, /message",
        "POST, /signal",
        "POST, /migration/execute",
        "POST, /authorization/create",
        "POST, /filter/create",
        "PUT, /filter/x",
        "POST, /decision-definition/x/evaluate",
        "PUT, /process-definition/x/suspended"
    })
    void noRoleCanDoThisThroughCamunda(String method, String path) throws Exception {
        for (String person : List.of("operator", "approver", "owner", "auditor", "admin")) {
            assertThat(browser.send(browser.signIn(person), method, ENGINE + path, "{}")
                            .statusCode())
                    .describedAs("%s %s by %s", method, path, person)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/x/claim",
        "POST, /task/x/submit-form",
        "POST, /process-definition/key/patch-hosts/submit-form",
        "PUT, /task/x",
        "PUT, /user/auditor/credentials",
        "POST, /job/x/execute"
    })
    void anAuditorChangesNothingThroughCamunda(String method, String path) throws Exception {
        assertThat(browser.send(browser.signIn("auditor"), method, ENGINE + path, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/runs", "/api/v1/tasks/x/complete", "/api/v1/procedures", "/api/v1/inventory/reload"})
    void anAuditorChangesNothingThroughTheApi(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(browser.uri(path))
                .header("Authorization", Browser.basic("auditor", passwords.get("auditor")))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    /** CVE-2026-77226: without a member of camunda-admin, anybody could create the first administrator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create", "//camunda/api/admin/setup/default/user/create",
                "/camunda//api/admin/setup/default/user/create", "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create", "/camunda/./api/admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create", "/camunda/api/x/../admin/setup/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create", "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda;x=1/api/admin/setup/default/user/create", "/camunda/api/admin;/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/se%74up/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create", "/%63amunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create", "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/setup%2Fdefault/user/create", "/camunda%2Fapi/admin/setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                        "/camunda/api/x/%2e%2e/admin/setup/default/user/create",
                "/camunda/api/admin/setup%00/default/user/create", "/camunda/api/admin/setup%20/default/user/create",
                "/camunda/api/admin/setup/default/user/create/", "/camunda/api/admin/setup/default/user/create?x=1",
                "/camunda/api/admin/setup/default/user/create%3Fx", "/camunda/api/admin/setup/default/user/create.json",
                "/camunda/api/admin/SETUP/default/user/create", "/CAMUNDA/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup%3Bx=1/default/user/create", "/camunda/api/admin/setup%5Cdefault/user/create",
                "/camunda/api/admin/setup/default//user/create", "/camunda/api/admin/setup/default/user;/create",
                "/camunda/app/admin/default/setup/", "/camunda/app/admin/default/setup"
            })
    void cve2026_77226TheFirstAdministratorIsNotForAnybody(String path) throws Exception {
        long before = identities.createUserQuery().count();
        String body = """
                {"profile": {"id": "evil", "firstName": "e", "lastName": "v"}, "credentials": {"password": "password1"}}""";

        assertThat(browser.raw(path, body, "")).describedAs(path).isGreaterThanOrEqualTo(300);
        assertThat(browser.raw(path, body, Browser.cookies(browser.signIn("admin"))))
                .describedAs(path)
                .isGreaterThanOrEqualTo(300);
        assertThat(identities.createUserQuery().count()).isEqualTo(before);
    }

    /** CVE-2026-109432, through Tasklist's own interface. */
    @Test
    void cve2026_109432AnExpressionInOrQueriesOfARequestIsRefused() throws Exception {
        HttpResponse<String> answer = browser.send(
                browser.signIn("operator"),
                "POST",
                ENGINE + "/task/count",
                "{\"orQueries\": [{\"dueAfterExpression\": \"${now()}\"}]}");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void tasklistOpensWithoutASetupPage() throws Exception {
        HttpResponse<String> page =
                browser.send(browser.signIn("operator"), "GET", "/camunda/app/tasklist/default/", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(browser.send(
                                browser.signIn("operator"),
                                "GET",
                                ENGINE + "/filter?resourceType=Task&maxResults=2000",
                                "")
                        .body())
                .contains("Tasks of operators")
                .doesNotContain("Tasks of changeApprovers");
    }

    @Test
    void theRequesterReadsInTasklistWhyAndAnotherMemberDecides() throws Exception {
        engine.getRepositoryService()
                .createDeployment()
                .addString("approval.bpmn", TestEngine.diagram(APPROVAL))
                .addString("decide.form", FORM)
                .deploy();
        actAs.user(
                "approver",
                List.of("operators", "changeApprovers"),
                () -> engine.getRuntimeService().startProcessInstanceByKey("test"));
        String task = engine.getTaskService()
                .createTaskQuery()
                .taskName("Approve it")
                .singleResult()
                .getId();
        String yes = "{\"variables\": {\"decision\": {\"value\": \"approve\"}}}";
        String maybe = "{\"variables\": {\"decision\": {\"value\": \"maybe\"}}}";

        HttpResponse<String> refused =
                browser.send(browser.signIn("approver"), "POST", ENGINE + "/task/" + task + "/submit-form", yes);
        identities.saveUser(user("second", "second-password"));
        identities.createMembership("second", "changeApprovers");
        passwords.put("second", "second-password");
        HttpClient second = browser.signIn("second");
        HttpResponse<String> bad = browser.send(second, "POST", ENGINE + "/task/" + task + "/submit-form", maybe);
        HttpResponse<String> decided = browser.send(second, "POST", ENGINE + "/task/" + task + "/submit-form", yes);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("yourself; another member of changeApprovers must decide.");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("must be one of approve, reject");
        assertThat(decided.statusCode()).isEqualTo(204);
        assertThat(database.sql(
                                "select person, decision, refused from baton_approval where task = :task order by decided_at")
                        .param("task", task)
                        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3))
                        .list())
                .containsExactly("approver approve true", "second approve false");
        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(task)
                        .operationType("Complete")
                        .singleResult()
                        .getUserId())
                .isEqualTo("second");
    }

    @Test
    void camundasOwnLoginIsClosed() throws Exception {
        HttpResponse<String> answer = browser.send(
                browser.signIn("operator"),
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=admin&password=x");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(browser.uri("/runs"))
                .POST(HttpRequest.BodyPublishers.ofString("x=1"))
                .build();

        assertThat(browser.signIn("operator")
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void guessingIsSlowedDownAndTheOwnerStaysInFromElsewhere() throws Exception {
        identities.saveUser(user("guessed", "right-password"));
        identities.createMembership("guessed", "operators");
        for (int attempt = 0; attempt < 3; attempt++) {
            browser.status("/api/v1/procedures", Browser.basic("guessed", "wrong"));
        }

        assertThat(browser.status("/api/v1/procedures", Browser.basic("guessed", "right-password")))
                .isEqualTo(401);
        assertThat(identities.checkPassword("guessed", "right-password")).isTrue();
        identities.deleteUser("guessed");
    }

    @Test
    void whoIsRemovedLosesTheSession() throws Exception {
        identities.saveUser(user("leaver", "leavers-password"));
        identities.createMembership("leaver", "operators");
        passwords.put("leaver", "leavers-password");
        HttpClient session = browser.signIn("leaver");
        assertThat(browser.send(session, "GET", ENGINE + "/task/count", "").statusCode())
                .isEqualTo(200);

        identities.deleteUser("leaver");

        assertThat(browser.send(session, "GET", ENGINE + "/task/count", "").statusCode())
                .isIn(401, 403);
    }

    private User user(String name, String password) {
        var user = identities.newUser(name);
        user.setPassword(password);
        return user;
    }

    private int app(HttpClient session, String app) throws Exception {
        HttpResponse<String> who = browser.send(session, "GET", "/camunda/api/admin/auth/user/default", "");
        assertThat(who.statusCode()).isEqualTo(200);
        return who.body().contains("\"" + app + "\"") ? 200 : 403;
    }
}
