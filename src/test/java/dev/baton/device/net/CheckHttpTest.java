package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.DeviceLink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CheckHttpTest {

    @TempDir
    private Path folder;

    private final TestCa ca = new TestCa("Corporate CA");
    private NetRig rig;
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        ca.in(folder, "corp.pem");
        rig = NetRig.trusting(folder);
        server = WebServer.plain()
                .on("/health", 200, "{\"status\": \"up\", \"load\": 0.7}")
                .on("/gone", 404, "gone");
    }

    @AfterEach
    void close() {
        server.close();
        rig.close();
    }

    @Test
    void anExpectedAnswerPasses() {
        Result result = check("/health", Map.of("contains", "\"up\"", "matches", "load\": 0\\.\\d"));

        assertThat(result.facts()).containsEntry("status", 200);
        assertThat(server.requests).containsExactly("GET /health");
    }

    @Test
    void theDeviceIsAskedWhateverHostIsNamed() {
        rig.perform("checkHttp", Map.of("url", "http://{device}.example.org:" + server.port() + "/health?a=b%20c"));

        assertThat(server.headers).containsEntry("Host", "box1.example.org:" + server.port());
        assertThat(server.requests).containsExactly("GET /health?a=b%20c");
    }

    @Test
    void anotherStatusFailsTheCheck() {
        assertRefused(Problem.CHECK_FAILED, () -> check("/gone", Map.of()))
                .contains("box1", "expected status 200-299, seen 404");
        assertThat(check("/gone", Map.of("expectedStatus", "200, 404")).facts()).containsEntry("status", 404);
    }

    @Test
    void aBodyWithoutTheTextFailsTheCheck() {
        assertRefused(Problem.CHECK_FAILED, () -> check("/health", Map.of("contains", "down")))
                .contains("\"down\" is not in the 29 characters of the body");
        assertRefused(Problem.CHECK_FAILED, () -> check("/health", Map.of("matches", "^down")));
    }

    @Test
    void aHeadRequestGetsNoBody() {
        assertThat(check("/health", Map.of("method", "head")).facts()).containsEntry("status", 200);
        assertRefused(Problem.BAD_INPUT, () -> check("/health", Map.of("method", "head", "contains", "up")));
    }

    @Test
    void anExpressionThatNeverEndsIsGivenUp() {
        server.on("/long", 200, "a".repeat(60_000));

        assertRefused(Problem.CHECK_FAILED, () -> check("/long", Map.of("matches", "(a+)+b")))
                .contains("given up");
    }

    @Test
    void noMoreThanAMebibyteIsReadOfAnEndlessBody() {
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[65_536];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        });

        assertRefused(Problem.CHECK_FAILED, () -> check("/endless", Map.of("contains", "x")))
                .contains("the first 1048576 characters");
    }

    @Test
    void aServerThatSaysNothingIsATimeout() throws IOException {
        try (Greeter mute = new Greeter("")) {
            assertRefused(
                            Problem.TIMEOUT,
                            () -> rig.perform(
                                    "checkHttp",
                                    Map.of("url", "http://box1:" + mute.port() + "/", "maxTime", "PT0.5S")))
                    .contains("no answer within 0.5 s");
        }
    }

    @Test
    void aBodyThatDripsIsATimeout() {
        server.on("/drip", CheckHttpTest::drip);

        assertRefused(Problem.TIMEOUT, () -> check("/drip", Map.of("maxTime", "PT1S")));
    }

    @Test
    void anAbortEndsABodyThatDrips() {
        DeviceLink link = rig.open();
        server.on("/drip", exchange -> {
            new Thread(link::abort).start();
            drip(exchange);
        });

        assertRefused(
                Problem.CANCELLED,
                () -> rig.perform(
                        "checkHttp",
                        Map.of("url", "http://box1:" + server.port() + "/drip", "maxTime", "PT10M"),
                        link));
        assertRefused(Problem.CANCELLED, () -> rig.perform("checkHttp", Map.of("url", "http://box1/"), link));
    }

    /** A byte now and then, so that no single read takes long. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aRedirectOnTheSameHostIsFollowedWhenAllowed() {
        server.redirecting("/old", "/older").redirecting("/older", "http://BOX1:" + server.port() + "/health");

        assertThat(check("/old", Map.of("redirects", "2")).facts()).containsEntry("status", 200);
        assertRefused(Problem.CHECK_FAILED, () -> check("/old", Map.of("redirects", "1")))
                .contains("more than 1 redirects");
        assertRefused(Problem.CHECK_FAILED, () -> check("/old", Map.of())).contains("seen 302 with Location: /older");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://localhost:PORT/",
                "//localhost:PORT/",
                "http://box1@localhost:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "file:///etc/passwd",
                "gopher://box1/",
                "http://user@box1/",
                "https://box1:99999/",
                "http://bo x1/"
            })
    void aRedirectToAnotherHostIsNotFollowed(String target) throws IOException {
        try (WebServer canary = WebServer.plain().on("/", 200, "secret")) {
            server.redirecting("/away", target.replace("PORT", "" + canary.port()));

            assertRefused(Problem.CHECK_FAILED, () -> check("/away", Map.of("redirects", "5")));
            assertThat(canary.requests).isEmpty();
        }
    }

    @Test
    void theCertificateIsChecked() throws Exception {
        try (WebServer secured = WebServer.secured(ca.issue(Duration.ofDays(90), "box1.example.org"))
                .on("/", 200, "ok")) {
            String good = "https://box1.example.org:" + secured.port() + "/";

            assertThat(rig.perform("checkHttp", Map.of("url", good, "ca", "corp.pem"))
                            .facts())
                    .containsEntry("status", 200);
            assertRefused(Problem.CHECK_FAILED, () -> rig.perform("checkHttp", Map.of("url", good)))
                    .contains("the certificate is refused");
            assertRefused(
                            Problem.CHECK_FAILED,
                            () -> rig.perform(
                                    "checkHttp", Map.of("url", good.replace("box1", "box2"), "ca", "corp.pem")))
                    .contains("No subject alternative DNS name matching box2.example.org");
            assertThat(secured.requests).hasSize(1);
        }
    }

    @Test
    void aServerThatSpeaksSomethingElseIsUnreachable() throws IOException {
        try (Greeter greeter = new Greeter("SSH-2.0-OpenSSH_9.2\r\n".repeat(20))) {
            assertRefused(
                            Problem.UNREACHABLE,
                            () -> rig.perform("checkHttp", Map.of("url", "http://box1:" + greeter.port() + "/")))
                    .contains("no HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://box1/",
                "box1",
                "http://user:secret@box1/",
                "http://box1/#x",
                "http://box1:99999/",
                "http:///x",
                "http://bo x/",
                "http://box1/a\r\nX: y",
                "http://b\u00f6x/"
            })
    void whatIsNoPlainAddressIsRefused(String url) {
        assertRefused(Problem.BAD_INPUT, () -> rig.perform("checkHttp", Map.of("url", url)));
    }

    private Result check(String path, Map<String, String> more) {
        Map<String, String> inputs = new HashMap<>(Map.of("url", "http://box1:" + server.port() + path));
        inputs.putAll(more);
        return rig.perform("checkHttp", inputs);
    }
}
