package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTlsTest extends TlsFixture {

    @Test
    void aValidCertificatePassesAndIsDescribed() throws Exception {
        Result result = check(ca.issue(Duration.ofDays(90), "box1.example.org", "127.0.0.1"), Map.of());

        assertThat(result.summary()).matches("the certificate is valid for 89 more days, TLSv1.3 with TLS_AES_.*");
        assertThat(result.facts())
                .containsEntry("subject", "O=Example,CN=box1")
                .containsEntry("issuer", "CN=Corporate CA")
                .containsEntry("names", "box1.example.org, 127.0.0.1")
                .containsEntry("daysLeft", 89L)
                .hasEntrySatisfying(
                        "sha256", digest -> assertThat(digest.toString()).matches("([0-9A-F]{2}:){31}.."));
    }

    @Test
    void aCertificateOfAnIntermediateAuthorityPasses() throws Exception {
        TestCa intermediate = ca.intermediate("Issuing CA");

        assertThat(check(intermediate.issue(YEAR, "127.0.0.1"), Map.of()).facts())
                .containsEntry("issuer", "CN=Issuing CA")
                .containsEntry("chain", "trusted");
    }

    @Test
    void anExpiredCertificateIsNamedSo() throws Exception {
        TestCa.Issued expired = ca.issue(Instant.now().minus(Duration.ofDays(30)), Duration.ofDays(20), "127.0.0.1");

        assertRefused(Problem.CHECK_FAILED, () -> check(expired, Map.of()))
                .contains("box1:", "has expired", "subject O=Example,CN=box1", "issuer CN=Corporate CA", "notAfter 20");
    }

    @Test
    void aCertificateOfTheFutureIsNamedSo() throws Exception {
        TestCa.Issued early = ca.issue(Instant.now().plus(Duration.ofDays(2)), YEAR, "127.0.0.1");

        assertRefused(Problem.CHECK_FAILED, () -> check(early, Map.of())).contains("not yet valid");
    }

    @Test
    void aCertificateThatExpiresSoonFails() throws Exception {
        assertRefused(Problem.CHECK_FAILED, () -> check(ca.issue(Duration.ofDays(10), "127.0.0.1"), Map.of()))
                .contains("expires in 9 days, expected at least 14");
    }

    @Test
    void aCertificateForAnotherNameIsNamedSo() throws Exception {
        TestCa.Issued other = ca.issue(YEAR, "other.example.org");

        assertRefused(Problem.CHECK_FAILED, () -> check(other, Map.of("name", "{device}.example.org")))
                .contains("does not name box1.example.org", "names other.example.org");
        assertThat(check(other, Map.of("name", "box1.example.org", "named", "false"))
                        .changed())
                .isFalse();
    }

    @Test
    void aWildcardNamesOneLabelOnly() throws Exception {
        TestCa.Issued wildcard = ca.issue(YEAR, "*.example.org");

        assertThat(check(wildcard, Map.of("name", "box1.example.org")).changed())
                .isFalse();
        assertRefused(Problem.CHECK_FAILED, () -> check(wildcard, Map.of("name", "a.b.example.org")));
    }

    @Test
    void aCommonNameAloneNamesNobody() throws Exception {
        assertRefused(Problem.CHECK_FAILED, () -> check(ca.issue(YEAR), Map.of("name", "box1")))
                .contains("no subject alternative names");
    }

    @Test
    void aSelfSignedCertificateIsNamedSo() throws Exception {
        TestCa.Issued self = TestCa.selfSigned("127.0.0.1");

        assertRefused(Problem.CHECK_FAILED, () -> check(self, Map.of())).contains("a self-signed certificate");
        assertThat(check(self, Map.of("trusted", "false")).facts()).containsEntry("chain", "a self-signed certificate");
    }

    @Test
    void aSelfSignedCertificateThatIsItsOwnAuthorityPasses() throws Exception {
        TestCa.Issued self = TestCa.selfSigned("127.0.0.1").in(folder, "box1.pem");

        assertThat(check(self, Map.of("ca", "box1.pem")).facts()).containsEntry("chain", "trusted");
    }

    @Test
    void anUnknownAuthorityIsNamedSo() throws Exception {
        TestCa.Issued foreign = new TestCa("Corporate CA").issue(YEAR, "127.0.0.1");

        assertRefused(Problem.CHECK_FAILED, () -> check(foreign, Map.of()))
                .contains("without a chain to a trusted authority", "issuer CN=Corporate CA");
        assertRefused(Problem.CHECK_FAILED, () -> check(ca.issue(YEAR, "127.0.0.1"), Map.of("ca", "")))
                .contains("without a chain to a trusted authority");
    }

    @Test
    void anExpiredCertificateStillTellsAForeignChain() throws Exception {
        TestCa.Issued expired = ca.issue(Instant.now().minus(Duration.ofDays(30)), Duration.ofDays(20), "127.0.0.1");

        try (WebServer server = WebServer.secured(expired)) {
            var command =
                    rig.render("checkTls", inputs(server.port(), Map.of())).get(0);
            assertThat(rig.open().send(command).output()).contains("validity: expired\n", "chain: trusted\n");
        }
    }

    @Test
    void aServerWithoutTlsFailsTheCheck() throws Exception {
        try (Greeter greeter = new Greeter("HTTP/1.0 400 Bad Request\r\n\r\n")) {
            assertRefused(Problem.CHECK_FAILED, () -> rig.perform("checkTls", inputs(greeter.port(), Map.of())))
                    .contains("box1", "no TLS");
        }
    }

    @Test
    void aServerThatSaysNothingIsATimeout() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertRefused(
                            Problem.TIMEOUT,
                            () -> rig.perform("checkTls", inputs(mute.getLocalPort(), Map.of("limit", "PT0.5S"))))
                    .contains("no answer within 0.5 s");
        }
    }

    @Test
    void anAuthorityIsAFileOfTheFolderAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hunter2");

        assertRefused(Problem.BAD_INPUT, () -> rig.perform("checkTls", Map.of("ca", "../../etc/passwd")));
        assertRefused(Problem.BAD_INPUT, () -> rig.perform("checkTls", Map.of("ca", "missing.pem")))
                .contains("missing.pem");
        assertRefused(Problem.BAD_INPUT, () -> rig.perform("checkTls", Map.of("ca", "notes.txt")))
                .contains("notes.txt")
                .doesNotContain("hunter2");
    }

    private Result check(TestCa.Issued certificate, Map<String, String> inputs)
            throws IOException, GeneralSecurityException {
        try (WebServer server = WebServer.secured(certificate)) {
            return rig.perform("checkTls", inputs(server.port(), inputs));
        }
    }

    private static Map<String, String> inputs(int port, Map<String, String> more) {
        Map<String, String> inputs = new HashMap<>(Map.of("port", "" + port, "ca", "corp.pem"));
        inputs.putAll(more);
        return inputs;
    }
}
