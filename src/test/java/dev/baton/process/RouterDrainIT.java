package dev.baton.process;

import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Content;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.ssh.TestSsh;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.LiveSteps;
import dev.baton.testing.ProcedureEngine;
import dev.baton.testing.Programs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The drain of a router over three real FRRouting daemons that speak BGP. */
class RouterDrainIT {

    private static final int PORT = Programs.freePort();

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @RegisterExtension
    static final FrrRouter EDGE = new FrrRouter("127.0.0.21", PORT, exit(64511, "127.0.0.21"));

    /** The other way to the same network. */
    @RegisterExtension
    static final FrrRouter SPARE = new FrrRouter("127.0.0.23", PORT, exit(64513, "127.0.0.23"));

    @RegisterExtension
    static final FrrRouter CORE = new FrrRouter("127.0.0.22", PORT, core());

    @Test
    void thePeerSeesTheRoutesAsALastResortAndThenAsUsualAgain() {
        await("the peer has both ways").atMost(60, TimeUnit.SECONDS).until(RouterDrainIT::bothWays);
        Assertions.assertThat(routes()).doesNotContain("\"locPrf\":0");
        Deadlines deadlines = new Deadlines();
        Protocol ssh = TestSsh.protocol(deadlines);
        try (LiveSteps steps = new LiveSteps(
                List.of(EDGE.device("edge1"), CORE.device("core1")),
                ssh::open,
                (path, sha256) -> Content.of(""),
                Map.of())) {

            ProcessInstance drain = start("drain-router");
            steps.work(ENGINE);

            assertThat(drain).isEnded().hasPassed("EndEvent_Drained");
            Assertions.assertThat(routes()).contains("10.9.0.0/24", "\"locPrf\":0");

            ProcessInstance undrain = start("undrain-router");
            steps.work(ENGINE);

            assertThat(undrain).isEnded().hasPassed("EndEvent_Undrained");
            Assertions.assertThat(routes()).contains("10.9.0.0/24").doesNotContain("\"locPrf\":0");
        } finally {
            deadlines.close();
        }
    }

    private static ProcessInstance start(String procedure) {
        return ENGINE.start(
                procedure,
                Map.of(
                        "query", "name = edge1",
                        "peers", "name = core1",
                        "neighbor", "127.0.0.21",
                        "asn", "64511"));
    }

    private static boolean bothWays() {
        return routes().contains("10.9.0.0/24") && routesOf("127.0.0.23").contains("10.9.0.0/24");
    }

    private static String routes() {
        return routesOf("127.0.0.21");
    }

    private static String routesOf(String neighbor) {
        return CORE.asked("show bgp ipv4 unicast neighbors " + neighbor + " routes json");
    }

    /** It tells nothing: its own next hop is of the loopback too. */
    private static String[] core() {
        return Stream.of(
                        Stream.of("router bgp 64512", " bgp router-id 192.0.2.12", " no bgp ebgp-requires-policy"),
                        neighbor("127.0.0.22", "127.0.0.21", 64511),
                        neighbor("127.0.0.22", "127.0.0.23", 64513),
                        Stream.of(
                                " address-family ipv4 unicast",
                                "  neighbor 127.0.0.21 route-map NONE out",
                                "  neighbor 127.0.0.23 route-map NONE out",
                                " exit-address-family",
                                "route-map NONE deny 10"))
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    /** It has no kernel, so its next hop is made up: one of the loopback is none for BGP. */
    private static String[] exit(int asn, String address) {
        return Stream.of(
                        Stream.of(
                                "router bgp " + asn,
                                " bgp router-id 192.0.2." + (asn - 64500),
                                " no bgp ebgp-requires-policy",
                                " no bgp network import-check"),
                        neighbor(address, "127.0.0.22", 64512),
                        Stream.of(
                                " address-family ipv4 unicast",
                                "  network 10.9.0.0/24",
                                "  neighbor 127.0.0.22 route-map OUT out",
                                " exit-address-family",
                                "route-map OUT permit 10",
                                " set ip next-hop 192.0.2." + (asn - 64500)))
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    private static Stream<String> neighbor(String address, String peer, int asn) {
        return Stream.of(
                        "remote-as " + asn,
                        "port " + PORT,
                        "ebgp-multihop 2",
                        "update-source " + address,
                        "timers connect 1",
                        "advertisement-interval 0")
                .map(setting -> " neighbor " + peer + " " + setting);
    }
}
