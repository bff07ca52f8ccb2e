package dev.baton.delegates.certificate.request;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.delegates.certificate.Issuer;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.testing.ScriptedSession;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MakeSigningRequestTest {

    private static final String MAKE = "openssl genpkey";
    private static final KeyPair KEYS = Issuer.keys();

    private final MakeSigningRequest makeSigningRequest = new MakeSigningRequest();

    @Test
    void theHostMakesTheKeyAndShowsTheRequest() {
        String request = Issuer.request(KEYS, KEYS, "dev1", "192.0.2.1", "2001:db8::1");
        ScriptedSession host = ScriptedSession.host().on(MAKE, request);

        Result result = host.perform(makeSigningRequest, inputs("{device}", "{address}", "2001:db8::1"));

        assertThat(result.changed()).isTrue();
        assertThat(makeSigningRequest.summarise(Map.of("dev1", result)))
                .containsEntry("signingRequests", List.of(TextPerDevice.line("dev1", request)));
        assertThat(host.sent().get(0))
                .contains("umask 077")
                .endsWith(" baton-key /etc/tls/dev1.key /CN=dev1"
                        + " subjectAltName=DNS:dev1,IP:192.0.2.1,IP:2001:db8:0:0:0:0:0:1"
                        + " -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
    }

    @Test
    void aRequestForOtherNamesIsRefused() {
        assertRefused(Issuer.request(KEYS, KEYS, "dev2"), "should have names [dev1], seen names [dev2]");
    }

    @Test
    void aRequestThatItsKeyHasNotSignedIsRefused() {
        assertRefused(Issuer.request(KEYS, Issuer.keys(), "dev1"), "seen another signature");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        ScriptedSession host = ScriptedSession.host().on(MAKE, Issuer.request(KEYS, KEYS, "dev1"));

        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> host.perform(
                                makeSigningRequest,
                                new MakeSigningRequestInputs("/k", List.of("dev1"), KeyKind.RSA_3072)))
                .hasMessageContaining("should have RSA of 3072 bits, seen EC of 256 bits");
    }

    @Test
    void aHostThatCannotMakeItSaysWhy() {
        ScriptedSession host = ScriptedSession.host().on(MAKE, 3, "there is no key /etc/tls/dev1.key to be renewed");

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(makeSigningRequest, inputs("dev1")))
                .hasMessageContaining("dev1", "there is no key");
        ScriptedSession silent = ScriptedSession.host().on(MAKE, "nothing");
        assertProblem(Problem.ANSWER_INCOMPLETE, () -> silent.perform(makeSigningRequest, inputs("dev1")));
    }

    @Test
    void whatIsNoNameOrPathIsRefusedBeforeAnythingIsSent() {
        for (String name : List.of("a b", "-x", "a/b", "1.2.3.400,DNS:evil", "a..b", ":::")) {
            assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(makeSigningRequest, inputs(name)));
        }
        for (String path : List.of("relative", "/a/../b", "/a b", "/$(x)")) {
            assertProblem(
                    Problem.BAD_INPUT,
                    () -> ScriptedSession.host()
                            .render(
                                    makeSigningRequest,
                                    new MakeSigningRequestInputs(path, List.of("dev1"), KeyKind.EC_P256)));
        }
        assertProblem(
                Problem.UNSUPPORTED, () -> ScriptedSession.networkDevice().render(makeSigningRequest, inputs("dev1")));
    }

    private void assertRefused(String request, String message) {
        ScriptedSession host = ScriptedSession.host().on(MAKE, request);

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(makeSigningRequest, inputs("dev1")))
                .hasMessageContaining(message);
    }

    private static MakeSigningRequestInputs inputs(String... names) {
        return new MakeSigningRequestInputs("/etc/tls/{device}.key", List.of(names), KeyKind.EC_P256);
    }
}
