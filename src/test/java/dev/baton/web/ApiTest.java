package dev.baton.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.backup.BackupViews;
import dev.baton.history.RunHistory;
import dev.baton.history.RunParts;
import dev.baton.history.SampleRuns;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Inventory;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.deploy.Submission;
import dev.baton.run.Runs;
import dev.baton.run.Tasks;
import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class ApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SampleRuns sample;

    @Autowired
    private RunHistory runs;

    @Autowired
    private RunParts parts;

    @Autowired
    private Runs acts;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Inventory inventory;

    @Autowired
    private BackupViews backups;

    @Test
    void aRunIsOneDocumentWithItsSteps() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.finishDevices();
        sample.decide(root(reference), "bob", true);
        sample.finishDevices();

        mvc.perform(get("/api/v1/runs/" + reference))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(reference))
                .andExpect(jsonPath("$.procedure").value("patch"))
                .andExpect(jsonPath("$.mode").value("live"))
                .andExpect(jsonPath("$.state").value("COMPLETED"))
                .andExpect(jsonPath("$.outcome.id").value("EndEvent_Patched"))
                .andExpect(jsonPath("$.outcome.name").value("Hosts patched"))
                .andExpect(jsonPath("$.steps[2].actor").value("bob"))
                .andExpect(jsonPath("$.children[0].procedure").value("backup"));
    }

    @Test
    void listsHaveItemsTotalAndNext() throws Exception {
        sample.start("patch", "lister");
        sample.start("patch", "lister");

        mvc.perform(get("/api/v1/runs?requester=lister&size=1"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.next").value(2));
        mvc.perform(get("/api/v1/runs?size=1001"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value("size"));
    }

    @Test
    void actionsAndTranscriptsAreRead() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        String action = sample.action(root(reference), step, "host-1", "SUCCEEDED", Instant.now());
        sample.transcript(action, 1, "<b>uptime</b>");

        mvc.perform(get("/api/v1/runs/" + reference + "/actions?state=succeeded&device=host-1"))
                .andExpect(jsonPath("$.items[*].id", contains(action)))
                .andExpect(jsonPath("$.items[0].transcript.bytes").value(13));
        mvc.perform(get("/api/v1/actions/" + action + "/transcript"))
                .andExpect(content().contentType("text/plain;charset=UTF-8"))
                .andExpect(content().string("<b>uptime</b>"));
        mvc.perform(get("/api/v1/actions/" + action + "/output")).andExpect(status().isNotFound());
        sample.output(action, "line 1\n", "line 2\n");
        mvc.perform(get("/api/v1/actions/" + action + "/output").param("offset", "5"))
                .andExpect(header().string("X-Next-Offset", "14"))
                .andExpect(content().string("1\nline 2\n"));
        mvc.perform(get("/api/v1/actions/" + action + "/output").param("offset", "14"))
                .andExpect(header().string("X-Next-Offset", "14"))
                .andExpect(content().string(""));
        mvc.perform(get("/api/v1/actions/none/transcript")).andExpect(status().isNotFound());
    }

    @Test
    void startingARunAnswers201AndRepeatingTheRequestAnswersTheSame() throws Exception {
        when(acts.start(any())).thenReturn(new Runs.Started("RUN-000007", "p7"));
        String key = UUID.randomUUID().toString();
        String body = "{\"procedure\":\"patch\",\"targets\":\"site=ams1\",\"reason\":\"r\",\"inputs\":{\"n\":1}}";

        mvc.perform(write("/api/v1/runs", body).header("Idempotency-Key", key).with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.reference").value("RUN-000007"));
        mvc.perform(write("/api/v1/runs", body).header("Idempotency-Key", key).with(csrf()))
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(header().string("Location", "/api/v1/runs/RUN-000007"))
                .andExpect(jsonPath("$.reference").value("RUN-000007"));
        mvc.perform(write("/api/v1/runs", "{\"procedure\":\"other\"}")
                        .header("Idempotency-Key", key)
                        .with(csrf()))
                .andExpect(status().isConflict());

        verify(acts, times(1)).start(any());
    }

    @Test
    @WithMockUser(username = "eve", roles = "auditors")
    void anAuditorChangesNothing() throws Exception {
        String reference = sample.start("patch", "ada");

        for (String address : List.of(
                "/api/v1/runs",
                "/api/v1/runs/" + reference + "/cancel",
                "/api/v1/runs/" + reference + "/retry",
                "/api/v1/runs/" + reference + "/actions/a/decide",
                "/api/v1/inventory/reload")) {
            send(address, "{\"reason\":\"r\"}")
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        verifyNoInteractions(acts, inventory);
    }

    @ParameterizedTest
    @MethodSource("hostileBodies")
    void aHostileBodyIsRefusedAndChangesNothing(String body) throws Exception {
        for (String address :
                List.of("/api/v1/runs", "/api/v1/runs/RUN-1/cancel", "/api/v1/runs/RUN-1/actions/a/decide")) {
            send(address, body).andExpect(status().is4xxClientError());
        }
        verifyNoInteractions(acts);
    }

    static Stream<String> hostileBodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "42",
                "{",
                "\"text\"",
                "{} {}",
                "{\"procedure\":5,\"reason\":5,\"decision\":5}",
                "{\"procedure\":[\"a\"],\"reason\":{},\"decision\":[]}",
                "{\"procedure\":\"p\",\"reason\":\"r\",\"decision\":\"SUCCEEDED\",\"unknown\":true}",
                "{\"procedure\":\"p\",\"inputs\":{\"a\":null},\"reason\":\"\"}",
                "{\"procedure\":\"p\",\"inputs\":{\"a\":\"x\\u0000y\"},\"reason\":\"x\\u0000y\"}",
                "{\"procedure\":\"" + "x".repeat(5000) + "\",\"reason\":\"" + "x".repeat(5000) + "\"}",
                "{\"inputs\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"a\":\"" + "x".repeat(2_000_000) + "\"}",
                "\u0000\u0001\u0002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs?state=NONSENSE",
                "/api/v1/runs?from=yesterday",
                "/api/v1/runs?page=0",
                "/api/v1/runs?page=99999999999999999999",
                "/api/v1/runs?size=x",
                "/api/v1/findings?state=x",
                "/api/v1/findings/trend?days=0",
                "/api/v1/devices/core-sw1/observations",
                "/api/v1/devices/core-sw1/observations?kind=%00",
                "/api/v1/runs?device=a%00b",
                "/api/v1/runs?requester=a%0Ab",
                "/api/v1/findings?kind=%1B",
                "/api/v1/devices?query=%00",
                "/api/v1/tasks?run=%00",
                "/api/v1/backups/core-sw1/diff?from=1",
                "/api/v1/backups/core-sw1/x"
            })
    void aWrongParameterIsA400(String address) throws Exception {
        mvc.perform(get(URI.create(address))).andExpect(status().isBadRequest());
    }

    @Test
    void whatFailsBeforeItReachesTheApiIsAProblemTooWhenAScriptAsked() throws Exception {
        mvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/procedures"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value("None of your groups may do this."));
        mvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/runs"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
    }

    @Test
    void aWrongQueryNamesTheField() throws Exception {
        when(inventory.select("site=")).thenThrow(new BadQueryException("expected a value at position 6"));

        mvc.perform(get("/api/v1/devices").param("query", "site="))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("query"))
                .andExpect(jsonPath("$.detail").value("expected a value at position 6"));
    }

    @Test
    void aTaskIsListedForThoseWhoMayDecideAndCompletedByItsForm() throws Exception {
        when(tasks.details(any())).thenReturn(Optional.of(new Tasks.Details("approve-patch", Map.of("risk", "low"))));
        String reference = sample.start("patch", "ada");
        sample.finishDevices();

        mvc.perform(get("/api/v1/tasks?run=" + reference))
                .andExpect(jsonPath("$.total").value(0));
        send("/api/v1/tasks/t1/complete", "{\"variables\":{\"decision\":\"approve\",\"reason\":\"ok\"}}")
                .andExpect(status().isNoContent());
        verify(tasks).complete("t1", Map.of("decision", "approve", "reason", "ok"));
    }

    @Test
    @WithMockUser(username = "bob", roles = "changeApprovers")
    void anApproverSeesTheTask() throws Exception {
        when(tasks.details(any())).thenReturn(Optional.of(new Tasks.Details("approve-patch", Map.of("risk", "low"))));
        String reference = sample.start("patch", "ada");
        sample.finishDevices();

        mvc.perform(get("/api/v1/tasks?run=" + reference))
                .andExpect(jsonPath("$.items[0].run").value(reference))
                .andExpect(jsonPath("$.items[0].form").value("approve-patch"))
                .andExpect(jsonPath("$.items[0].variables.risk").value("low"));
    }

    @Test
    @WithMockUser(username = "bob", roles = "changeApprovers")
    void aTaskThatEndsWhileTheListIsMadeIsLeftOut() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.start("patch", "ada");
        sample.finishDevices();
        when(tasks.details(any()))
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(new Tasks.Details("approve-patch", Map.of())));

        mvc.perform(get("/api/v1/tasks?run=" + reference))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(0)))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/v1/tasks?run=" + reference)).andExpect(jsonPath("$.items", hasSize(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[{\"a\":1}]", "\"x\\u0000y\"", "[\"x\\u0000y\"]"})
    void aValueThatIsNoneOfAFormIsRefusedByItsName(String value) throws Exception {
        send("/api/v1/tasks/t1/complete", "{\"variables\":{\"note\":" + value + "}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("variables.note"));
        verifyNoInteractions(tasks);
    }

    @Test
    void anUnknownStateSaysWhichStatesThereAre() throws Exception {
        String reference = sample.start("patch", "ada");

        mvc.perform(get("/api/v1/runs/" + reference + "/actions?state=NONSENSE"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("state"))
                .andExpect(jsonPath("$.detail").value(startsWith("state must be one of PLANNED, INTENT, SENT")));
    }

    @Test
    @WithMockUser(username = "eve", roles = "auditors")
    void auditorsReadWhoDidWhat() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.finishDevices();
        sample.decide(root(reference), "bob", true);

        mvc.perform(get("/api/v1/activities?run=" + reference + "&person=bob"))
                .andExpect(jsonPath("$.items[*].run", everyItem(is(reference))))
                .andExpect(jsonPath("$.items[*].what", hasItem("task \"Approve patches\"")))
                .andExpect(jsonPath("$.items[?(@.act == 'Assign')].changes[0].property", contains("assignee")))
                .andExpect(jsonPath("$.items[?(@.act == 'Assign')].changes[0].after", contains("zoe")));
        mvc.perform(get("/api/v1/activities?run=" + reference + "&person=ada"))
                .andExpect(jsonPath("$.items[0].act").value("Start"))
                .andExpect(jsonPath("$.items[0].what").value("run of patch"));
        mvc.perform(get("/api/v1/activities?run=" + reference + "&to=2020-01-01T00:00:00Z"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void whoDidWhatIsNotForEverybody() throws Exception {
        mvc.perform(get("/api/v1/activities"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(containsString("auditors or administrators")));
    }

    @Test
    void decisionsAreAListLikeOthers() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.decision(reference, "bob", "mine");

        mvc.perform(get("/api/v1/runs/" + reference + "/decisions"))
                .andExpect(jsonPath("$.items[0].person").value("bob"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    @WithMockUser(username = "olga", roles = "procedureOwners")
    void aProcedureThatBreaksRulesIsA422WithItsViolations() throws Exception {
        MockMultipartFile file = new MockMultipartFile("files", "p.bpmn", "text/xml", "<x/>".getBytes());
        Violation violation = new Violation("p.bpmn", "Task_X", "no-script", "m", "f", Violation.Weight.ERROR);
        when(procedures.check(any())).thenReturn(List.of(violation));
        when(procedures.deploy(any())).thenReturn(new Submission.Refused(List.of(violation)));

        for (String address : List.of("/api/v1/procedures/check", "/api/v1/procedures")) {
            mvc.perform(multipart(address).file(file).with(csrf()))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.violations[0].element").value("Task_X"))
                    .andExpect(jsonPath("$.violations[0].fix").value("f"));
        }
        mvc.perform(multipart("/api/v1/procedures")
                        .file(new MockMultipartFile("files", "../../etc/passwd", "text/xml", new byte[0]))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    private ResultActions send(String address, String body) throws Exception {
        return mvc.perform(write(address, body).with(csrf()));
    }

    private static MockHttpServletRequestBuilder write(String address, String body) {
        return post(address).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String root(String reference) {
        return runs.find(reference).orElseThrow().id();
    }
}
