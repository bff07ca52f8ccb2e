package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Inputs;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.platform.Platforms;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of configurations with the way back of each platform; {@code changes/<platform>.session} has what is typed and shown. */
class PlatformChangesTest {

    private static final Platforms PLATFORMS = TestPlatforms.shipped();
    private static final Pattern NAME = Pattern.compile("baton-[0-9a-f]{10}");
    private static final Map<String, String> LINES = Map.of(
            "juniper_junos", "set system domain-name lab.example",
            "vyos", "set system domain-name lab.example",
            "cisco_ios", "ntp server 192.0.2.9",
            "cisco_nxos", "ntp server 192.0.2.9",
            "cisco_xr", "ntp\n server 192.0.2.9",
            "hp_comware", "ntp-service unicast-server 192.0.2.9");

    private final DeviceDelegate<?> applyConfig =
            DeviceDelegates.named("applyConfig", (path, sha256) -> null, (r, d, p, c) -> p, new KeptConfigs());

    @ParameterizedTest
    @ValueSource(strings = {"juniper_junos", "vyos", "cisco_ios", "cisco_nxos", "cisco_xr", "hp_comware"})
    void whatShowsOverANewConnectionStays(String platform) throws IOException {
        Deque<List<String>> recorded = recorded(platform, "stays");

        Result result = perform(platform, recorded);

        assertThat(result.changed()).isTrue();
        assertThat(String.valueOf(result.facts().get("diff"))).contains("+");
        assertThat(recorded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juniper_junos", "vyos", "cisco_ios", "cisco_nxos", "cisco_xr", "hp_comware"})
    void whatDoesNotShowIsTakenBack(String platform) throws IOException {
        assertProblem(
                Problem.CHECK_FAILED, platform, "goes back", "was taken back, the running configuration is as before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juniper_junos", "vyos", "cisco_ios", "cisco_xr", "hp_comware"})
    void aDeviceThatIsCutOffReturnsByItselfAndTheProbeTells(String platform) throws IOException {
        String seen = "after 5 min it was taken back, the running configuration is as before";
        assertProblem(Problem.CHECK_FAILED, platform, "is cut off", "no route to host", seen);

        Deque<List<String>> afterwards = recorded(platform, "is cut off");
        while (afterwards.size() > 1) {
            afterwards.remove();
        }
        try (DelegateSession session = session(platform, afterwards)) {
            assertThat(session.probe(applyConfig, inputs(platform))).isInstanceOf(Probe.NotApplied.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"juniper_junos", "vyos", "cisco_ios", "cisco_nxos", "cisco_xr", "hp_comware"})
    void whatTheDeviceRefusesLeavesNothing(String platform) throws IOException {
        assertProblem(Problem.COMMAND_REJECTED, platform, "is refused", "box1");
    }

    @Test
    void aPlatformWithoutAWayBackIsRefusedBeforeAnythingIsSent() {
        for (String platform : List.of("huawei", "mikrotik_routeros", "fortinet", "paloalto_panos", "hp_procurve")) {
            Deque<List<String>> none = RecordedLink.connections("");
            ActionProblem problem = catchThrowableOfType(
                    ActionProblem.class,
                    () -> session(platform, none).perform(applyConfig, Map.of("lines", "hostname x")));

            assertThat(problem.problem()).isEqualTo(Problem.UNSUPPORTED);
            assertThat(problem).hasMessageContaining(platform);
        }
    }

    private void assertProblem(Problem expected, String platform, String part, String... told) throws IOException {
        Deque<List<String>> recorded = recorded(platform, part);

        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> perform(platform, recorded));

        assertThat(problem.problem()).as(problem.reason()).isEqualTo(expected);
        assertThat(problem.reason()).contains(told);
        assertThat(recorded).isEmpty();
    }

    private Result perform(String platform, Deque<List<String>> recorded) {
        try (DelegateSession session = session(platform, recorded)) {
            return session.perform(applyConfig, inputs(platform));
        }
    }

    private static DelegateSession session(String name, Deque<List<String>> recorded) {
        return new DelegateSession(Devices.plain(name), () -> new RecordedLink(PLATFORMS.of(name), recorded));
    }

    private static Map<String, String> inputs(String platform) {
        return Map.of("lines", LINES.get(platform), "settle", "PT0S");
    }

    /** One part of a platform's file, with the name that the change has there. */
    private Deque<List<String>> recorded(String name, String part) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("changes/" + name + ".session")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String found = text.split("## " + part + "\n", 2)[1].split("## ", 2)[0];
            return RecordedLink.connections(found.replace("{session}", sessionName(name)));
        }
    }

    @SuppressWarnings("unchecked")
    private String sessionName(String name) {
        Class<? extends Record> inputs =
                applyConfig.getClass().getAnnotation(Delegate.class).inputs();
        return ((DeviceDelegate<Record>) applyConfig)
                .render(Devices.plain(name).device(), PLATFORMS.of(name), Inputs.bind(inputs, inputs(name))).stream()
                        .flatMap(command -> NAME.matcher(command.text()).results())
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse("");
    }
}
