package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.inventory.Credential.HttpToken;
import dev.baton.inventory.Credential.SnmpCommunity;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CallHttpTest {

    private static final String SECRET = "hunter2-hunter2";

    @TempDir
    private Path folder;

    private WebServer server;
    private NetRig rig;

    @BeforeEach
    void start() throws Exception {
        TestCa ca = new TestCa("Corporate CA").in(folder, "corp.pem");
        server = WebServer.secured(ca.issue(Duration.ofDays(90), "netbox.example.org", "other.example.org"))
                .on("/api/devices/", 201, "{\"id\": 7}");
        rig = new NetRig(
                new NetSettings(
                        List.of(
                                "netbox.example.org:" + server.port(),
                                "Other.Example.org:" + server.port(),
                                "127.0.0.1"),
                        folder),
                new AddressLookup(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
        Path token = Files.writeString(folder.resolve("token"), SECRET + "\n");
        when(rig.inventory.credential("netbox"))
                .thenReturn(Optional.of(
                        new HttpToken("netbox", new SecretReference("file:" + token), List.of("netbox.example.org"))));
        when(rig.inventory.credential("public"))
                .thenReturn(Optional.of(new SnmpCommunity("public", new SecretReference("file:" + token), false)));
    }

    @AfterEach
    void close() {
        server.close();
        rig.close();
    }

    @Test
    void aCallIsMadeForTheDevice() {
        Result result = call(Map.of(
                "url", url("/api/devices/?name={device}"), "body", "{\"name\": \"{device}\", \"ip\": \"{address}\"}"));

        assertThat(server.requests)
                .containsExactly("POST /api/devices/?name=box1 {\"name\": \"box1\", \"ip\": \"127.0.0.1\"}");
        assertThat(server.headers).containsEntry("Content-type", "application/json; charset=UTF-8");
        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("status", 201).containsEntry("body", "{\"id\": 7}");
    }

    @Test
    void aSecretIsSentAndShownNowhere() {
        server.on(
                "/echo",
                exchange -> WebServer.answer(
                        exchange,
                        200,
                        "you sent " + exchange.getRequestHeaders().getFirst("Authorization")));
        Map<String, String> inputs = inputs(
                Map.of("url", url("/echo"), "headers", "Authorization: Bearer {credential:netbox}\nX-Kind: test"));

        Command command = rig.render("callHttp", inputs).get(0);
        Answer answer = rig.open().send(command);

        assertThat(server.headers)
                .containsEntry("Authorization", "Bearer " + SECRET)
                .containsEntry("X-kind", "test");
        assertThat(command.text()).contains("Authorization: Bearer {credential:netbox}");
        assertThat(answer.output()).contains("you sent Bearer ***").doesNotContain(SECRET);
    }

    @Test
    void aSecretOfABodyIsSentAndShownNowhere() {
        Map<String, String> inputs =
                inputs(Map.of("body", "{\"ott\": \"{credential:netbox}\", \"a\": \"{credential:netbox} b\"}"));

        Command command = rig.render("callHttp", inputs).get(0);
        rig.open().send(command);

        assertThat(server.requests)
                .containsExactly("POST /api/devices/ {\"ott\": \"" + SECRET + "\", \"a\": \"{credential:netbox} b\"}");
        assertThat(command.text()).contains("{credential:netbox}").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Authorization: Bearer hunter2", "Cookie: hunter2", "X-Auth-Token: hunter2", "api-key: hunter2"})
    void aSecretThatIsWrittenOutIsRefusedAndNotRepeated(String header) {
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("headers", header))).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil",
                "Content-Length: 3",
                "Transfer-Encoding: chunked",
                "Bad Name: x",
                "nothing",
                "X: a\u0007b"
            })
    void aHeaderThatIsNotForDiagramsIsRefused(String header) {
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("headers", header)));
    }

    @Test
    void aCredentialGoesToItsOwnHostsOnly() {
        String header = "Authorization: Bearer {credential:netbox}";
        String elsewhere = url("/api/devices/").replace("netbox.", "other.");

        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("url", elsewhere, "headers", header)))
                .contains("the credential netbox is for other hosts");
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("headers", "X-Token: {credential:public}")))
                .contains("not of the type http-token");
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("headers", "X-Token: {credential:missing}")))
                .contains("no credential missing");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void aCredentialIsNotSentInTheClear() {
        assertRefused(
                        Problem.BAD_INPUT,
                        () -> call(Map.of(
                                "url", url("/").replace("https", "http"), "headers", "X-Token: {credential:netbox}")))
                .contains("over https only");
    }

    @Test
    void anUnexpectedStatusIsRejected() {
        server.on("/busy", 409, "there already");

        assertRefused(Problem.COMMAND_REJECTED, () -> call(Map.of("url", url("/busy"))))
                .contains("box1", "expected status 200-299, seen 409: there already");
        assertThat(call(Map.of("url", url("/busy"), "expectedStatus", "201,409"))
                        .facts())
                .containsEntry("status", 409);
    }

    @Test
    void aServerThatBreaksDownLeavesAChangeUnknownAndAReadRejected() {
        server.on("/broken", 502, "bad gateway");

        assertRefused(Problem.OUTCOME_UNKNOWN, () -> call(Map.of("url", url("/broken"))));
        assertRefused(Problem.COMMAND_REJECTED, () -> call(Map.of("url", url("/broken"), "method", "get")));
    }

    @Test
    void anAnswerThatIsLostLeavesAChangeUnknown() {
        server.on("/drop", com.sun.net.httpserver.HttpExchange::close);

        assertRefused(Problem.OUTCOME_UNKNOWN, () -> call(Map.of("url", url("/drop"))))
                .contains("box1", "was lost");
        assertRefused(Problem.UNREACHABLE, () -> call(Map.of("url", url("/drop"), "method", "get")));
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (WebServer canary = WebServer.plain().on("/", 200, "secret")) {
            server.redirecting("/away", "http://127.0.0.1:" + canary.port() + "/");

            assertRefused(Problem.COMMAND_REJECTED, () -> call(Map.of("url", url("/away"))))
                    .contains("seen 302 with Location: http://127.0.0.1:");
            assertThat(canary.requests).isEmpty();
        }
    }

    @Test
    void theCertificateIsChecked() {
        assertRefused(Problem.CHECK_FAILED, () -> rig.perform("callHttp", Map.of("url", url("/api/devices/"))))
                .contains("the certificate is refused");
        assertThat(server.requests).isEmpty();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("body", "{\"a\": }")))
                .contains("not JSON");
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("method", "get", "body", "{}")))
                .contains("no body");
    }

    @Test
    void onlyWhatHttpCallsIdempotentConverges() {
        assertRefused(Problem.BAD_INPUT, () -> call(Map.of("method", "patch", "effect", "converge")));
        assertThat(rig.render("callHttp", inputs(Map.of("method", "put", "effect", "converge"))))
                .allMatch(Command::changes);
        assertThat(rig.render("callHttp", inputs(Map.of("method", "get")))).noneMatch(Command::changes);
    }

    @Test
    void thePlanShowsTheWholeRequest() {
        Map<String, String> inputs =
                inputs(Map.of("headers", "X-Token: {credential:netbox}", "body", "{\"name\":\n\n\"{device}\"}"));

        assertThat(rig.render("callHttp", inputs).get(0).text())
                .isEqualTo("POST " + url("/api/devices/") + " ca=corp.pem\nX-Token: {credential:netbox}\n\n"
                        + "{\"name\":\n\n\"box1\"}");
        rig.perform("callHttp", inputs);
        assertThat(server.requests).containsExactly("POST /api/devices/ {\"name\":\n\n\"box1\"}");
    }

    private Result call(Map<String, String> more) {
        return rig.perform("callHttp", inputs(more));
    }

    private Map<String, String> inputs(Map<String, String> more) {
        Map<String, String> inputs = new HashMap<>(Map.of("url", url("/api/devices/"), "ca", "corp.pem"));
        inputs.putAll(more);
        return inputs;
    }

    private String url(String path) {
        return "https://netbox.example.org:" + server.port() + path;
    }
}
