package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary listens on the loopback address: whatever a diagram writes, nobody may connect to it. */
@Timeout(60)
class CallHttpGuardTest {

    private final List<String> lookups = new ArrayList<>();
    private ServerSocket canary;

    @BeforeEach
    void start() throws IOException {
        canary = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
        canary.setSoTimeout(100);
    }

    @AfterEach
    void nobodyCame() throws IOException {
        assertThat(catchAccept()).as("no connection to the canary").isTrue();
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://2130706433:PORT/",
                "http://0x7f000001:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://127.1:PORT/",
                "http://0:PORT/",
                "http://[::1]:PORT/",
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://localhost:PORT/",
                "http://localhost.:PORT/",
                "http://allowed.example.org@127.0.0.1:PORT/",
                "http://allowed.example.org:80@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT#@allowed.example.org/",
                "http://127.0.0.1:PORT\\@allowed.example.org/",
                "http://allowed.example.org.evil.example:PORT/",
                "http://allowed.example.org%00@127.0.0.1:PORT/",
                "http://allowed.example.org:PORT0/",
                "//127.0.0.1:PORT/",
                "gopher://127.0.0.1:PORT/"
            })
    void aHostThatIsNotInTheListIsNotCalled(String url) {
        try (NetRig rig = rig("127.0.0.1", "allowed.example.org", "allowed.example.org:" + canary.getLocalPort())) {
            assertRefused(Problem.BAD_INPUT, () -> call(rig, url.replace("PORT", "" + canary.getLocalPort())));
        }
        assertThat(lookups).isEmpty();
    }

    @Test
    void nothingIsCalledWithoutAList() {
        try (NetRig rig = rig("192.0.2.1")) {
            assertRefused(Problem.BAD_INPUT, () -> call(rig, "https://netbox.example.org/"))
                    .contains("netbox.example.org:443 is not in baton.device.http-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "ff02::1",
                "fec0::1"
            })
    void aNameThatLeadsIntoPrivateSpaceIsNotCalled(String address) {
        try (NetRig rig = rig(address, "allowed.example.org:" + canary.getLocalPort())) {
            assertRefused(Problem.BAD_INPUT, () -> call(rig, allowed())).contains("is not a public address");
        }
    }

    @Test
    void oneAddressOfManyIsEnoughToRefuse() {
        try (NetRig rig = rig("8.8.8.8 127.0.0.1", "allowed.example.org:" + canary.getLocalPort())) {
            assertRefused(Problem.BAD_INPUT, () -> call(rig, allowed())).contains("leads to 127.0.0.1");
        }
    }

    @Test
    void anotherNetworkThanTheListedOneStaysPrivate() {
        try (NetRig rig = rig("127.0.0.1", "allowed.example.org:" + canary.getLocalPort(), "10.0.0.0/8", "127.0.0.2")) {
            assertRefused(Problem.BAD_INPUT, () -> call(rig, allowed()));
        }
    }

    @Test
    void aListedNetworkMayBeCalledAndTheNameIsLookedUpOnce() throws IOException {
        try (WebServer server = WebServer.plain().on("/", 200, "ok");
                NetRig rig = rig("127.0.0.1", "allowed.example.org:" + server.port(), "127.0.0.0/8")) {
            rig.perform("callHttp", Map.of("url", "http://allowed.example.org:" + server.port() + "/"));

            assertThat(server.requests).hasSize(1);
            assertThat(lookups).containsExactly("allowed.example.org");
        }
    }

    @Test
    void aListedAddressMayBeCalledByItself() throws IOException {
        try (WebServer server = WebServer.plain().on("/", 200, "ok");
                NetRig rig = rig("127.0.0.1", "127.0.0.1:" + server.port())) {
            rig.perform("callHttp", Map.of("url", "http://127.0.0.1:" + server.port() + "/"));

            assertThat(server.requests).hasSize(1);
        }
    }

    private String allowed() {
        return "http://allowed.example.org:" + canary.getLocalPort() + "/";
    }

    private static void call(NetRig rig, String url) {
        rig.perform("callHttp", Map.of("url", url));
    }

    /** @param addresses what every name leads to */
    private NetRig rig(String addresses, String... allowed) {
        return new NetRig(new NetSettings(List.of(allowed), null), new AddressLookup(host -> {
            lookups.add(host);
            return Stream.of(addresses.split(" "))
                    .map(CallHttpGuardTest::address)
                    .toArray(InetAddress[]::new);
        }));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean catchAccept() throws IOException {
        try {
            canary.accept().close();
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        }
    }
}
