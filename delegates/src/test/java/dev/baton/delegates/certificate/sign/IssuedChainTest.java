package dev.baton.delegates.certificate.sign;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.SigningFolder;
import dev.baton.delegates.certificate.Issuer;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.testing.ScriptedSession;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes back from an authority, over the folder. */
class IssuedChainTest {

    private static final KeyPair KEYS = Issuer.keys();
    private static final String REQUEST = Issuer.request(KEYS, KEYS, "dev1", "www.example.org");
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Duration MONTH = Duration.ofDays(30);

    private final Map<String, String> left = new HashMap<>();
    private String answer = "";
    private String verdict = "trusted";

    @Test
    void whatFitsIsTaken() {
        answer = Issuer.certificate(KEYS.getPublic(), YESTERDAY, MONTH, "dev1", "www.example.org", "more");

        Result result = collect();

        assertThat(left).containsEntry("RUN-000042-dev1", REQUEST);
        assertThat(result.summary()).isEqualTo("certificate abc for [dev1, www.example.org]");
        assertThat(SignedCertificate.summarised(Map.of("dev1", result)))
                .containsEntry("issuedCertificates", List.of(TextPerDevice.line("dev1", answer)))
                .containsEntry("missingCount", 0);
    }

    @Test
    void whatIsNotThereOrHalfWrittenIsWaitedFor() {
        assertThat(SignedCertificate.summarised(Map.of("dev1", collect()))).containsEntry("missingCount", 1);

        answer = Issuer.certificate(KEYS.getPublic(), YESTERDAY, MONTH, "dev1").substring(0, 200);

        assertThat(SignedCertificate.summarised(Map.of("dev1", collect()))).containsEntry("missingCount", 1);
    }

    @Test
    void anotherKeyOrNameOrTimeOrAuthorityIsRefused() {
        answer = Issuer.certificate(Issuer.keys().getPublic(), YESTERDAY, MONTH, "dev1", "www.example.org");
        assertRefused("should have the public key of the request");
        answer = Issuer.certificate(KEYS.getPublic(), YESTERDAY, MONTH, "dev1");
        assertRefused("should have the names [dev1, www.example.org], seen the names [dev1]");
        answer = Issuer.certificate(KEYS.getPublic(), YESTERDAY, Duration.ofHours(1), "dev1", "www.example.org");
        assertRefused("should have validity now");
        answer = Issuer.certificate(KEYS.getPublic(), Instant.now().plus(MONTH), MONTH, "dev1", "www.example.org");
        assertRefused("should have validity now");
        answer = Issuer.certificate(KEYS.getPublic(), YESTERDAY, MONTH, "dev1", "www.example.org");
        verdict = "a certificate of an unknown authority";
        assertRefused("seen a certificate of an unknown authority");
        answer = "nonsense -----END CERTIFICATE-----";
        assertProblem(Problem.CHECK_FAILED, this::collect);
    }

    @Test
    void aHostWithoutARequestIsToldByItsName() {
        assertProblem(Problem.BAD_INPUT, () -> perform(List.of("dev2 QQ==")))
                .hasMessage("dev1 is not in the input requests");
        assertProblem(Problem.BAD_INPUT, () -> perform(List.of("dev1 ?")));
    }

    private void assertRefused(String message) {
        assertProblem(Problem.CHECK_FAILED, this::collect).hasMessageContaining("dev1: the certificate", message);
    }

    private Result collect() {
        return perform(List.of(TextPerDevice.line("dev1", REQUEST)));
    }

    private Result perform(List<String> requests) {
        CollectCertificate collect = new CollectCertificate(
                new SigningFolder() {
                    @Override
                    public void leave(String name, String request) {
                        left.put(name, request);
                    }

                    @Override
                    public Optional<String> answer(String name) {
                        return Optional.of(answer).filter(text -> !text.isEmpty());
                    }
                },
                (chain, ca) -> verdict);
        return ScriptedSession.host().perform(collect, new CollectCertificateInputs(requests, "ca.pem"));
    }
}
