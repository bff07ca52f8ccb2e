package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.testing.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Certificates of real TLS endpoints, as they are and shortly before and after their end. */
class CheckCertificatesTest extends TlsFixture {

    @Test
    void aCertificateInOrderHasNoFindingAndResolvesThoseOfEarlierLooks() throws Exception {
        Result result = check(ca.issue(YEAR, "box1.example.org"));

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds())
                .containsExactlyInAnyOrder(
                        "certificate-expiring",
                        "certificate-expired",
                        "certificate-untrusted",
                        "certificate-name-mismatch",
                        "certificate-unread");
    }

    @Test
    void aCertificateNearItsEndIsExpiring() throws Exception {
        TestCa.Issued old = ca.issue(Instant.now().minus(Duration.ofDays(345)), YEAR, "box1.example.org");

        assertThat(check(old).findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple("certificate-expiring", Severity.WARNING));
    }

    @Test
    void aShortCertificateInItsFirstWeekIsInOrder() throws Exception {
        assertThat(check(ca.issue(Duration.ofDays(6), "box1.example.org")).findings())
                .isEmpty();
    }

    @Test
    void anExpiredCertificateNamesItsPortAndIsCritical() throws Exception {
        TestCa.Issued expired =
                ca.issue(Instant.now().minus(Duration.ofDays(30)), Duration.ofDays(20), "box1.example.org");

        Finding finding = check(expired).findings().get(0);

        assertThat(finding.kind()).isEqualTo("certificate-expired");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.part()).matches("port \\d+");
        assertThat(finding.message()).contains("expired on 20");
        assertThat(finding.evidence()).contains("issuer CN=Corporate CA");
    }

    @Test
    void aForeignChainAndAnotherNameAreTwoFindings() throws Exception {
        TestCa.Issued foreign = new TestCa("Corporate CA").issue(YEAR, "other.example.org");

        assertThat(check(foreign).findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("certificate-untrusted", "certificate-name-mismatch");
    }

    @Test
    void aCertificateOfTheFutureIsNotTrusted() throws Exception {
        TestCa.Issued early = ca.issue(Instant.now().plus(Duration.ofDays(2)), YEAR, "box1.example.org");

        assertThat(check(early).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("certificate-untrusted");
            assertThat(finding.message()).contains("not yet valid");
        });
    }

    @Test
    void aPortThatShowsNoneIsAFindingAndHoldsUpNoOtherPort() throws Exception {
        int closed = Programs.freePort();
        TestCa.Issued expired =
                ca.issue(Instant.now().minus(Duration.ofDays(30)), Duration.ofDays(20), "box1.example.org");

        try (WebServer server = WebServer.secured(expired)) {
            Result result =
                    rig.perform("checkCertificates", Map.of("services", List.of(line(closed), line(server.port()))));

            assertThat(result.findings())
                    .extracting(Finding::kind, Finding::part)
                    .containsExactlyInAnyOrder(
                            tuple("certificate-unread", "port " + closed),
                            tuple("certificate-expired", "port " + server.port()));
            assertThat(result.checkedKinds())
                    .as("what cannot be seen resolves nothing")
                    .containsExactly("certificate-unread");
        }
    }

    @Test
    void onePortWithTwoNamesHasTwoParts() throws Exception {
        try (WebServer server = WebServer.secured(ca.issue(YEAR, "box1.example.org"))) {
            Result result = rig.perform(
                    "checkCertificates",
                    Map.of(
                            "services",
                            List.of(line(server.port()), server.port() + " name=www.example.org ca=corp.pem")));

            assertThat(result.findings())
                    .extracting(Finding::kind, Finding::part)
                    .containsExactly(tuple("certificate-name-mismatch", "port " + server.port() + ", www.example.org"));
        }
    }

    @Test
    void aLineThatIsNoServiceIsRefused() {
        assertRefused(
                        Problem.BAD_INPUT,
                        () -> rig.perform("checkCertificates", Map.of("services", List.of("https://box1"))))
                .contains("PORT name=NAME ca=FILE");
    }

    private Result check(TestCa.Issued certificate) throws Exception {
        try (WebServer server = WebServer.secured(certificate)) {
            return rig.perform("checkCertificates", Map.of("services", List.of(line(server.port()))));
        }
    }

    private static String line(int port) {
        return port + " name={device}.example.org ca=corp.pem";
    }
}
