package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.action.ActionProblem;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.netconf.Netconf;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.NetconfServer;
import dev.baton.testing.OpenSshServer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NETCONF with a real server, in both framings. */
class NetconfIT {

    @RegisterExtension
    static final NetconfServer CHUNKS = new NetconfServer("netconf1.1");

    @RegisterExtension
    static final NetconfServer MARKS = new NetconfServer("netconf1.0");

    @RegisterExtension
    static final OpenSshServer WITHOUT = new OpenSshServer();

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    private final KeptConfigs backups = new KeptConfigs();

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    }

    @AfterAll
    static void stop() {
        protocol.close();
        deadlines.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunks", "marks"})
    void aChangeThatProvesItselfStaysAndIsMadeOnce(String framing) {
        Map<String, String> inputs = edit("<contact>" + framing + "</contact>", Map.of());

        Result dry =
                act(framing, "netconfEditConfig", edit("<contact>" + framing + "</contact>", Map.of("dryRun", "true")));
        Result changed = act(framing, "netconfEditConfig", inputs);

        assertThat(dry.changed()).isFalse();
        assertThat(changed.changed()).isTrue();
        assertThat(act(framing, "netconfEditConfig", inputs).changed()).isFalse();
        assertThat(shown(framing)).contains("<contact>" + framing + "</contact>");
        try (DelegateSession session = session(device(framing))) {
            assertThat(session.probe(delegate("netconfEditConfig"), inputs)).isInstanceOf(Probe.Applied.class);
        }
    }

    @Test
    void aChangeThatDoesNotShowIsTakenBack() {
        String before = shown("chunks");

        ActionProblem problem = problem(
                "chunks", edit("<location>here</location>", Map.of("expected", system("<location>there</location>"))));

        assertThat(problem.problem()).isEqualTo(Problem.CHECK_FAILED);
        assertThat(problem)
                .hasMessageContaining("wanted /system/location=there")
                .hasMessageContaining("it was taken back, these elements are as before");
        assertThat(shown("chunks")).isEqualTo(before);
    }

    /** With 1.0 the commit ends with its session; the time of one with a name is not kept by Yuma's server in any case. */
    @Test
    void whatNobodyConfirmsBecauseTheNodeIsLostTheServerTakesBackByItself() {
        String before = shown("marks");

        try (DeviceLink lost = protocol.open(device("marks"))) {
            lost.send(Netconf.lock("candidate"));
            lost.send(Netconf.edit("merge", "<config>" + system("<contact>nobody</contact>") + "</config>"));
            lost.send(Netconf.tryCommit(Duration.ofMinutes(10)));
            assertThat(shown("marks")).contains("<contact>nobody</contact>");
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shown("marks")).isEqualTo(before));
    }

    @Test
    void whatTheServerRefusesIsToldWithItsTag() {
        ActionProblem problem = problem("chunks", edit("<no-such-thing>x</no-such-thing>", Map.of()));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem)
                .hasMessageContaining("box1: edit-config")
                .hasMessageContaining("unknown-element")
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void aCandidateThatSomebodyHoldsIsLocked() {
        try (DeviceLink other = protocol.open(device("chunks"))) {
            other.send(Netconf.lock("candidate"));

            assertThat(problem("chunks", edit("<contact>x</contact>", Map.of())).problem())
                    .isEqualTo(Problem.LOCKED);
        }
        assertThat(act("chunks", "netconfEditConfig", edit("<contact>y</contact>", Map.of()))
                        .changed())
                .isTrue();
    }

    @Test
    void aConfigurationCanBeKeptAsARevision() {
        Result result = act("chunks", "netconfGetConfig", Map.of("keep", "true"));

        assertThat(result.facts()).containsKeys("revision", "sha256");
    }

    @Test
    void aHostWithoutNetconfSaysSo() {
        InventoryDevice device = Devices.ssh("linux", WITHOUT.port(), WITHOUT.credential(), WITHOUT.pin());
        try (DelegateSession session = session(device)) {
            ActionProblem problem = catchThrowableOfType(
                    ActionProblem.class, () -> session.perform(delegate("netconfGetConfig"), Map.of()));

            assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
            assertThat(problem).hasMessageContaining("offers no netconf");
        }
    }

    private String shown(String framing) {
        Result result = act(framing, "netconfGetConfig", Map.of("filter", system("")));
        return String.valueOf(result.facts().get("config"));
    }

    private static Map<String, String> edit(String leaf, Map<String, String> others) {
        Map<String, String> inputs = new TreeMap<>(others);
        inputs.put("config", system(leaf));
        inputs.put("settle", "PT0S");
        return inputs;
    }

    private static String system(String leaf) {
        return "<system xmlns=\"urn:ietf:params:xml:ns:yang:ietf-system\">" + leaf + "</system>";
    }

    private ActionProblem problem(String framing, Map<String, String> inputs) {
        return catchThrowableOfType(ActionProblem.class, () -> act(framing, "netconfEditConfig", inputs));
    }

    private Result act(String framing, String delegate, Map<String, String> inputs) {
        try (DelegateSession session = session(device(framing))) {
            return session.perform(delegate(delegate), inputs);
        }
    }

    private DeviceDelegate<?> delegate(String name) {
        return DeviceDelegates.named(name, (path, sha256) -> null, (r, d, p, c) -> p, backups);
    }

    private static InventoryDevice device(String framing) {
        return framing.equals("chunks") ? CHUNKS.device() : MARKS.device();
    }

    private static DelegateSession session(InventoryDevice device) {
        return new DelegateSession(device, () -> protocol.open(device));
    }
}
