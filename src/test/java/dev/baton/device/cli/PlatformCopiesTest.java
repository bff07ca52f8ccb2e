package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.DeviceDelegate;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that devices fetch from a server; {@code copies/<platform>.session} has what is typed and shown. */
class PlatformCopiesTest {

    private static final Platforms PLATFORMS = TestPlatforms.shipped();
    private static final Map<String, Integer> DIGITS =
            Map.of("cisco_ios", 128, "cisco_nxos", 64, "arista_eos", 128, "juniper_junos", 64);

    private final DeviceDelegate<?> copyToDevice =
            DeviceDelegates.named("copyToDevice", (path, sha256) -> null, (r, d, p, c) -> p, new KeptConfigs());

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void aMissingFileIsFetchedAndItsDigestCompared(String platform) throws IOException {
        Result result = perform(platform, "copied");

        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("file", "sw.bin").containsEntry("digest", wanted(platform));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void aFileThatIsThereIsLeftAlone(String platform) throws IOException {
        assertThat(perform(platform, "is there").changed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void anotherDigestIsToldBesideTheWantedOne(String platform) throws IOException {
        assertThat(refusal(Problem.CHECK_FAILED, platform, "wrong digest")).contains(wanted(platform), other(platform));
    }

    @ParameterizedTest
    @CsvSource({
        "cisco_ios, (Permission denied)",
        "cisco_nxos, Permission denied",
        "arista_eos, No such file or directory",
        "juniper_junos, could not fetch local copy of file"
    })
    void whatTheServerRefusesIsTold(String platform, String words) throws IOException {
        assertThat(refusal(Problem.COMMAND_REJECTED, platform, "is refused")).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void aDeviceWithoutRoomIsTold(String platform) throws IOException {
        assertThat(refusal(Problem.COMMAND_REJECTED, platform, "no room")).containsIgnoringCase("space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void aFileOfAKnownSizeIsFetchedWhereThereIsRoom(String platform) throws IOException {
        assertThat(perform(platform, "room enough").changed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cisco_ios, 3697", "cisco_nxos, 3697", "arista_eos, 3697", "juniper_junos, 3072"})
    void nothingIsCopiedWhereThereIsTooLittleRoom(String platform, String free) throws IOException {
        assertThat(refusal(Problem.CHECK_FAILED, platform, "too little room"))
                .startsWith("box1: nothing was copied: wanted room for 3698 bytes")
                .endsWith("shows " + free + " that are free");
        assertThat(refusal(Problem.CHECK_FAILED, platform, "room unknown")).endsWith("shows no number of free bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "cisco_nxos", "arista_eos", "juniper_junos"})
    void aWrongPasswordIsGivenOnce(String platform) throws IOException {
        assertThat(refusal(Problem.COMMAND_REJECTED, platform, "wrong password"))
                .contains("refused the password of the credential files, which was given once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cisco_nxos", "arista_eos", "juniper_junos"})
    void anUnknownServerGetsNoPassword(String platform) throws IOException {
        assertThat(refusal(Problem.OUTCOME_UNKNOWN, platform, "unknown server")).contains("no answer is allowed");
    }

    @Test
    void whatCannotBeTypedIsRefusedBeforeAnythingIsSent() {
        Map<String, String> changes = Map.of(
                "path", "x@files.example.com/sw.bin",
                "server", "files.example.org/x",
                "file", "sw.bin bootflash:",
                "credential", "files}",
                "digest", "abc");
        changes.forEach((input, text) ->
                assertThat(unsent("cisco_nxos", Map.of(input, text))).as(input).isEqualTo(Problem.BAD_INPUT));
        assertThat(unsent("cisco_ios", Map.of("digest", "a".repeat(64)))).isEqualTo(Problem.UNSUPPORTED);
        assertThat(unsent("cisco_ios", Map.of("vrf", "management"))).isEqualTo(Problem.UNSUPPORTED);
        assertThat(unsent("huawei", Map.of())).isEqualTo(Problem.UNSUPPORTED);
    }

    private Problem unsent(String platform, Map<String, String> changed) {
        Map<String, String> inputs = inputs(platform, "");
        inputs.putAll(changed);
        Deque<List<String>> none = RecordedLink.connections("");
        return catchThrowableOfType(
                        ActionProblem.class, () -> session(platform, none).perform(copyToDevice, inputs))
                .problem();
    }

    private String refusal(Problem expected, String platform, String part) throws IOException {
        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> perform(platform, part));

        assertThat(problem.problem()).as(problem.reason()).isEqualTo(expected);
        return problem.reason();
    }

    private Result perform(String platform, String part) throws IOException {
        Deque<List<String>> recorded = recorded(platform, part);
        try (DelegateSession session = session(platform, recorded)) {
            return session.perform(copyToDevice, inputs(platform, part));
        }
    }

    private static DelegateSession session(String name, Deque<List<String>> recorded) {
        return new DelegateSession(Devices.plain(name), () -> new RecordedLink(PLATFORMS.of(name), recorded));
    }

    private static Map<String, String> inputs(String platform, String part) {
        Map<String, String> inputs = new HashMap<>(Map.of(
                "server", "files.example.org",
                "credential", "files",
                "path", "images/sw.bin",
                "file", "sw.bin",
                "digest", wanted(platform)));
        if (platform.equals("cisco_nxos") && (part.equals("copied") || part.equals("room enough"))) {
            inputs.put("vrf", "management");
        }
        if (part.contains("room") && !part.equals("no room")) {
            inputs.put("size", "3698");
        }
        return inputs;
    }

    private static String wanted(String platform) {
        return "ab".repeat(DIGITS.getOrDefault(platform, 64) / 2);
    }

    private static String other(String platform) {
        return "cd".repeat(DIGITS.getOrDefault(platform, 64) / 2);
    }

    private Deque<List<String>> recorded(String name, String part) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("copies/" + name + ".session")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String found = text.split("## " + part + "\n", 2)[1].split("## ", 2)[0];
            return RecordedLink.connections(
                    found.replace("{wanted}", wanted(name)).replace("{other}", other(name)));
        }
    }
}
