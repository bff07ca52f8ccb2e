package dev.baton.delegates.certificate.served;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.delegates.certificate.served.CheckServedCertificateInputs.Expected;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckServedCertificateTest {

    private static final String PORT = "8443 name=www.example.org";

    private final CheckServedCertificate checkServedCertificate = new CheckServedCertificate();

    @Test
    void theOldOneIsRememberedWhateverItIsLike() {
        ScriptedSession host = ScriptedSession.host().on("443 name=dev1", report("AA", "a self-signed certificate"));

        Result result = host.perform(
                new ReadServedCertificate(), new ReadServedCertificateInputs("port 443", Duration.ofSeconds(15)));

        assertThat(result.facts()).containsEntry("servedCertificate", "AA");
    }

    @Test
    void aReloadMayTakeAWhile() {
        ScriptedSession host = ScriptedSession.host()
                .on(PORT, report("AA", "trusted"))
                .on(PORT, Problem.UNREACHABLE)
                .on(PORT, report("BB", "trusted"))
                .knowing("installedCertificate", "BB");

        Result result = host.perform(checkServedCertificate, inputs(Expected.NEW));

        assertThat(host.waited()).isEqualTo(Duration.ofSeconds(4));
        assertThat(result.checkedKinds()).contains("certificate-renewal-failed");
    }

    @Test
    void anotherOneFailsInTheEnd() {
        ScriptedSession host =
                ScriptedSession.host().on(PORT, report("AA", "trusted")).knowing("installedCertificate", "BB");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(checkServedCertificate, inputs(Expected.NEW)))
                .hasMessageContaining("should serve the certificate with SHA-256 BB");
    }

    @Test
    void theNewOneMustBeTrustedAndTheOldOneNeedNot() {
        String untrusted = report("AA", "a self-signed certificate");
        ScriptedSession host = ScriptedSession.host()
                .on(PORT, untrusted)
                .knowing("installedCertificate", "AA")
                .knowing("servedCertificate", "AA");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(checkServedCertificate, inputs(Expected.NEW)))
                .hasMessageContaining("a self-signed certificate");
        assertThat(host.perform(checkServedCertificate, inputs(Expected.OLD)).checkedKinds())
                .isEmpty();
    }

    @Test
    void aServiceIsWrittenAsFindingsDo() {
        for (String service : List.of("https", "port 443 www", "443, a b", "")) {
            assertProblem(
                    Problem.BAD_INPUT,
                    () -> ScriptedSession.host()
                            .render(
                                    new ReadServedCertificate(),
                                    new ReadServedCertificateInputs(service, Duration.ofSeconds(15))));
        }
    }

    private static CheckServedCertificateInputs inputs(Expected expected) {
        return new CheckServedCertificateInputs(
                "port 8443, www.example.org", expected, "ca.pem", Duration.ofSeconds(30), Duration.ofSeconds(15));
    }

    private static String report(String sha256, String chain) {
        return "subject: CN=x\ndaysLeft: 5\nsha256: " + sha256 + "\nchain: " + chain + "\nname: matches\n";
    }
}
