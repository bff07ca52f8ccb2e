package dev.baton.delegates.netconf;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetconfEditConfigTest {

    private static final String CAPABILITY = "urn:ietf:params:netconf:capability:";
    private static final String OLD =
            CAPABILITY + "candidate:1.0\n" + CAPABILITY + "confirmed-commit:1.0\n" + CAPABILITY + "startup:1.0\n";
    private static final String NEW = CAPABILITY + "confirmed-commit:1.1\n" + CAPABILITY + "validate:1.1\n" + OLD;
    private static final String BEFORE = "<data xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"/>";
    private static final String AFTER =
            "<data xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><sys xmlns=\"urn:s\"><name>sw1</name></sys></data>";
    private static final String GET = "<get-config>";

    private final NetconfEditConfig netconfEditConfig = new NetconfEditConfig();

    @Test
    void aChangeIsTriedCheckedConfirmedByNameAndSaved() {
        var device = device(NEW).on(GET, BEFORE).on(GET, AFTER);

        var result = device.perform(netconfEditConfig, inputs(Map.of("rollbackAfter", "7")));

        assertThat(result.changed()).isTrue();
        assertThat(device.sent().stream().map(NetconfEditConfigTest::brief))
                .containsExactly(
                        "hello",
                        "get-config",
                        "lock",
                        "edit-config",
                        "commit confirmed",
                        "get-config",
                        "commit persist-id",
                        "copy-config");
        assertThat(String.join("", device.sent()))
                .contains("<confirm-timeout>420</confirm-timeout>")
                .contains("<name>sw1</name>");
        assertThat(device.waited()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anOlderDeviceIsConfirmedByTheSessionThatTried() {
        var device = device(OLD).on(GET, BEFORE).on(GET, AFTER);

        assertThat(device.perform(netconfEditConfig, inputs(Map.of())).changed())
                .isTrue();

        assertThat(device.sent().stream().map(NetconfEditConfigTest::brief))
                .containsExactly(
                        "hello",
                        "get-config",
                        "lock",
                        "lock",
                        "edit-config",
                        "commit confirmed",
                        "get-config",
                        "commit",
                        "copy-config");
    }

    @Test
    void whatDoesNotShowIsCalledOff() {
        var device = device(NEW).on(GET, BEFORE);

        assertProblem(Problem.CHECK_FAILED, () -> device.perform(netconfEditConfig, inputs(Map.of())))
                .hasMessageContaining("dev1: wanted /sys")
                .hasMessageContaining("it was taken back, these elements are as before");
        assertThat(device.sent().stream().map(NetconfEditConfigTest::brief))
                .contains("cancel-commit persist-id")
                .doesNotContain("commit persist-id", "copy-config");
    }

    @Test
    void aDeviceThatIsCutOffIsWaitedFor() {
        var device = device(NEW)
                .on(GET, BEFORE)
                .on(GET, command -> {
                    throw Problem.UNREACHABLE.because("dev1 is gone");
                })
                .on(GET, BEFORE);

        assertProblem(Problem.CHECK_FAILED, () -> device.perform(netconfEditConfig, inputs(Map.of())))
                .hasMessageContaining("dev1 is gone")
                .hasMessageContaining("after 5 min it was taken back");
        assertThat(device.waited()).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void whatTheDeviceRefusesIsThrownAway() {
        var device = ScriptedSession.of(ScriptedDialect.SWITCH)
                .on("<hello/>", NEW)
                .on(GET, BEFORE)
                .on("<edit-config>", Problem.COMMAND_REJECTED)
                .on("", "<ok/>");

        assertProblem(Problem.COMMAND_REJECTED, () -> device.perform(netconfEditConfig, inputs(Map.of())))
                .hasMessageContaining("nothing was changed");
        assertThat(device.sent()).last().isEqualTo("<discard-changes/>");
    }

    @Test
    void aDryRunIsValidatedAndThrownAway() {
        var device = device(NEW).on(GET, BEFORE);
        var inputs = inputs(Map.of("dryRun", "true"));

        assertThat(device.perform(netconfEditConfig, inputs).changed()).isFalse();

        assertThat(device.sent()).last().isEqualTo("<discard-changes/>");
        assertThat(device.commands(netconfEditConfig, inputs)).noneMatch(Command::changes);
        assertThat(netconfEditConfig.effect(inputs)).isEqualTo(Effect.READ);
    }

    @Test
    void whatIsThereIsLeftAlone() {
        var device = device(NEW).on(GET, AFTER);

        assertThat(device.perform(netconfEditConfig, inputs(Map.of())).changed())
                .isFalse();

        assertThat(device.sent()).hasSize(2);
    }

    @Test
    void withoutAWayBackNothingIsSent() {
        var device = device(CAPABILITY + "candidate:1.0\n").on(GET, BEFORE);

        assertProblem(Problem.UNSUPPORTED, () -> device.perform(netconfEditConfig, inputs(Map.of())))
                .hasMessageContaining("no confirmed commit");
        assertThat(device.sent()).containsExactly("<hello/>");
    }

    @Test
    void aProbeLooksAgainWhenTheDeviceWouldHaveGoneBack() {
        var inputs = inputs(Map.of());
        var there = device(NEW).on(GET, AFTER).allowing(netconfEditConfig, inputs);
        var gone = device(NEW).on(GET, AFTER).on(GET, BEFORE).allowing(netconfEditConfig, inputs);

        assertThat(netconfEditConfig.probe(there, inputs)).isInstanceOf(Probe.Applied.class);
        assertThat(netconfEditConfig.probe(gone, inputs))
                .isEqualTo(new Probe.NotApplied("the running configuration does not show /sys"));
        assertThat(gone.waited()).isGreaterThan(Duration.ofMinutes(5));
    }

    private static String brief(String text) {
        return text.replaceFirst("(?s)^<([\\w-]+)/?>(?:<(confirmed|persist-id)\\b)?.*", "$1 $2")
                .strip();
    }

    private static ScriptedSession device(String capabilities) {
        ScriptedSession session = ScriptedSession.of(ScriptedDialect.SWITCH).on("<hello/>", capabilities);
        List.of("<lock>", "<edit-config>", "<validate>", "<commit", "<cancel-commit>", "<discard", "<copy-config>")
                .forEach(words -> session.on(words, "<ok/>"));
        return session;
    }

    private static NetconfEditConfigInputs inputs(Map<String, String> others) {
        Map<String, String> given = new HashMap<>(Map.of("config", "<sys xmlns=\"urn:s\"><name>sw1</name></sys>"));
        given.putAll(others);
        return Inputs.bind(NetconfEditConfigInputs.class, given);
    }
}
