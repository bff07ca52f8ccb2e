package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

@Timeout(60)
class CheckDnsTest {

    private final NetRig rig = NetRig.trusting(null);
    private DnsServer server;

    @BeforeEach
    void start() throws IOException {
        server = new DnsServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "A, www.example.org, 192.0.2.1",
        "AAAA, www.example.org, 2001:DB8::1",
        "CNAME, www.example.org, Host.Example.ORG.",
        "MX, example.org, 10 mail.example.org",
        "NS, example.org, ns1.example.org",
        "SRV, _ldap._tcp.example.org, 0 5 389 dc1.example.org.",
        "TXT, example.org, v=spf1 -all"
    })
    void everyTypeIsCompared(String type, String name, String value) throws IOException {
        String wire = type.equals("TXT") ? "\"" + value + "\"" : value.endsWith("org") ? value + "." : value;
        server.with(name + ".", Type.value(type), wire);

        assertThat(check(name, type, value).summary()).startsWith("answered ");
    }

    @Test
    void anAddressIsLookedUpBackwards() throws IOException {
        server.with("1.2.0.192.in-addr.arpa.", Type.PTR, "box1.example.org.");

        assertThat(check("192.0.2.1", "PTR", "box1.example.org").facts())
                .containsEntry("values", List.of("box1.example.org"));
    }

    @Test
    void theDevicesOwnNameCanBeAskedFor() throws IOException {
        server.with("box1.example.org.", Type.A, "192.0.2.1");

        assertThat(check("{device}.example.org", "A", "192.0.2.1").changed()).isFalse();
    }

    @Test
    void anotherValueFailsTheCheck() throws IOException {
        server.with("www.example.org.", Type.A, "192.0.2.9");

        assertRefused(Problem.CHECK_FAILED, () -> check("www.example.org", "A", "192.0.2.1"))
                .contains("box1", "expected 192.0.2.1", "answered 192.0.2.9");
    }

    @Test
    void aFurtherValueFailsWhereOnlyTheExpectedMayBe() throws IOException {
        server.with("www.example.org.", Type.A, "192.0.2.1").with("www.example.org.", Type.A, "192.0.2.66");
        Map<String, Object> inputs = inputs("www.example.org", "A", "192.0.2.1");
        assertThat(rig.perform("checkDns", inputs).changed()).isFalse();
        inputs.put("only", "true");

        assertRefused(Problem.CHECK_FAILED, () -> rig.perform("checkDns", inputs))
                .contains("expected only 192.0.2.1", "192.0.2.66");
    }

    @Test
    void aMissingNameFailsUnlessItIsExpected() {
        assertRefused(Problem.CHECK_FAILED, () -> check("gone.example.org", "A", ""))
                .contains("NXDOMAIN");
        assertThat(check("gone.example.org", "A", "NXDOMAIN").summary()).isEqualTo("there is no such name");
    }

    @Test
    void aNameThatShouldNotBeThereFailsTheCheck() throws IOException {
        server.with("old.example.org.", Type.A, "192.0.2.1");

        assertRefused(Problem.CHECK_FAILED, () -> check("old.example.org", "A", "NXDOMAIN"))
                .contains("expected no such name", "192.0.2.1");
    }

    @Test
    void aFailureOfTheServerFailsTheCheck() {
        server.failing(Rcode.SERVFAIL);

        assertRefused(Problem.CHECK_FAILED, () -> check("www.example.org", "A", ""))
                .contains("SERVFAIL");
    }

    @Test
    void anAnswerThatDoesNotFitIntoADatagramComesOverTcp() throws IOException {
        for (int i = 0; i < 200; i++) {
            server.with("many.example.org.", Type.A, "192.0.2." + i);
        }

        assertThat((List<?>)
                        check("many.example.org", "A", "192.0.2.199").facts().get("values"))
                .hasSize(200);
    }

    @Test
    void aSilentServerIsATimeout() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Map<String, Object> inputs = inputs("www.example.org", "A", "");
            inputs.put("port", "" + silent.getLocalPort());
            inputs.put("limit", "PT0.5S");

            assertRefused(Problem.TIMEOUT, () -> rig.perform("checkDns", inputs))
                    .contains("does not answer");
        }
    }

    @Test
    void anAnswerToAnotherQueryIsNoAnswer() throws IOException {
        server.with("www.example.org.", Type.A, "192.0.2.66").spoofed();
        Map<String, Object> inputs = inputs("www.example.org", "A", "");

        assertRefused(Problem.ANSWER_INCOMPLETE, () -> rig.perform("checkDns", inputs))
                .contains("invalid message id");
    }

    @Test
    void aPortWithoutServerIsUnreachable() throws IOException {
        int port = server.port();
        server.close();
        Map<String, Object> inputs = inputs("www.example.org", "A", "");
        inputs.put("port", "" + port);

        assertRefused(Problem.UNREACHABLE, () -> rig.perform("checkDns", inputs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a;b", "www.example.org @192.0.2.66", "a..b", "x\ny"})
    void whatIsNoNameIsRefused(String name) {
        assertRefused(Problem.BAD_INPUT, () -> check(name, "A", ""));
    }

    @Test
    void thePlanSaysWhomItAsksAndWhat() {
        assertThat(rig.render("checkDns", Map.of("name", "{device}.example.org", "type", "mx")))
                .singleElement()
                .hasToString(rig.render("checkDns", Map.of("name", "box1.example.org", "type", "MX"))
                        .get(0)
                        .toString())
                .extracting(command -> command.text())
                .isEqualTo("MX box1.example.org @127.0.0.1 port=53");
    }

    private dev.baton.action.Result check(String name, String type, String expected) {
        return rig.perform("checkDns", inputs(name, type, expected));
    }

    private Map<String, Object> inputs(String name, String type, String expected) {
        return new HashMap<>(Map.of("name", name, "type", type, "expected", expected, "port", "" + server.port()));
    }
}
