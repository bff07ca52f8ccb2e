package dev.baton.delegates.patch;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListPatchesTest {

    private static final ListPatchesInputs ALL = Inputs.bind(ListPatchesInputs.class, Map.of());
    private static final ListPatchesInputs SECURITY = Inputs.bind(ListPatchesInputs.class, Map.of("scope", "security"));

    private final ListPatches listPatches = new ListPatches();

    @Test
    void aptTellsWhatIsPendingAndWhatIsSecurity() {
        Result result = debian(Samples.APT_PENDING).perform(listPatches, ALL);

        assertThat(result.facts()).containsEntry("patchCount", 4).containsEntry("securityCount", 3);
        assertThat(result.facts().get("patches"))
                .asList()
                .contains(
                        patch("bash", "5.2.15-2+b8", "5.2.15-2+b13", false),
                        patch("libgcrypt20-dev", "1.10.1-3", "1.10.1-3+deb12u1", true),
                        patch("openssl", "3.0.2-0ubuntu1.10", "3.0.2-0ubuntu1.18", true),
                        patch("linux-image-6.1.0-40-amd64", "", "6.1.153-1", true));
    }

    @Test
    void theListsAreRefreshedBeforeTheyAreRead() {
        var session = debian(Samples.APT_NOTHING);

        session.perform(listPatches, SECURITY);

        assertThat(session.sent())
                .containsExactly(
                        "cat /etc/os-release",
                        "sudo -n env LC_ALL=C apt-get -q -o APT::Update::Error-Mode=any update",
                        "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade");
    }

    @Test
    void theScopeLeavesOutTheRest() {
        assertThat(debian(Samples.APT_PENDING).perform(listPatches, SECURITY).facts())
                .containsEntry("patchCount", 3)
                .containsEntry("securityCount", 3);
    }

    @Test
    void dnfTellsWhatIsPendingAndWhatIsSecurity() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.ROCKY)
                .on("--security", 100, Samples.DNF_SECURITY)
                .on("check-update", 100, Samples.DNF_PENDING)
                .on("rpm -qa", Samples.RPM_INSTALLED);

        assertThat(session.perform(listPatches, ALL).facts().get("patches"))
                .isEqualTo(List.of(
                        patch("bash.x86_64", "5.1.8-9.el9", "5.1.8-9.el9_5", false),
                        patch("kernel.x86_64", "", "5.14.0-503.40.1.el9_5", false),
                        patch("openssl-libs.x86_64", "1:3.2.2-6.el9_5", "1:3.2.2-6.el9_5.1", true)));
    }

    @Test
    void zypperTellsPackagesAndSecurityPatches() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.LEAP)
                .on("refresh", "All repositories have been refreshed.\n")
                .on("list-updates", Samples.ZYPPER_UPDATES)
                .on("list-patches", Samples.ZYPPER_PATCHES);

        assertThat(session.perform(listPatches, ALL).facts().get("patches"))
                .isEqualTo(List.of(
                        patch("bash", "4.4-150400.25.22", "4.4-150400.27.3.2", false),
                        patch("openSUSE-SLE-15.5-2024-1234", "", "1", true)));
    }

    @Test
    void aLockIsWorthAnotherTry() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.DEBIAN)
                .on("update", command -> Answer.of(command, 100, "", """
                        E: Could not get lock /var/lib/apt/lists/lock. It is held by process 4711 (apt-get)
                        E: Unable to lock directory /var/lib/apt/lists/
                        """));

        assertProblem(Problem.LOCKED, () -> session.perform(listPatches, ALL));
    }

    @Test
    void aRepositoryThatFailsIsAFailure() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.DEBIAN)
                .on("update", command -> Answer.of(command, 100, "", "E: Failed to fetch http://mirror.example/x\n"));

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(listPatches, ALL))
                .hasMessageContaining("Failed to fetch");
    }

    @Test
    void anUnreadableXmlAnswerIsIncomplete() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.LEAP)
                .on("refresh", "")
                .on("list-", "<?xml version='1.0'?><stream><update");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> session.perform(listPatches, ALL));
    }

    @Test
    void anUnknownDistributionIsNamed() {
        var session = ScriptedSession.host().on("os-release", "ID=haiku\n");

        assertProblem(Problem.UNSUPPORTED, () -> session.perform(listPatches, ALL))
                .hasMessageContaining("haiku");
    }

    @Test
    void aNetworkDeviceHasNoPackageManager() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.networkDevice().render(listPatches, ALL));
    }

    @Test
    void aNamedPackageManagerKeepsThePlanShort() {
        var apt = Inputs.bind(ListPatchesInputs.class, Map.of("packageManager", "apt"));

        assertThat(ScriptedSession.host().render(listPatches, apt)).hasSize(2);
        assertThat(ScriptedSession.host().render(listPatches, ALL)).hasSize(9);
        assertThat(ScriptedSession.host().commands(listPatches, ALL)).noneMatch(command -> command.changes());
    }

    @Test
    void theTableHasARowPerDeviceAndPatch() {
        Result two = debian(Samples.APT_PENDING).perform(listPatches, SECURITY);
        Result none = debian(Samples.APT_NOTHING).perform(listPatches, SECURITY);

        Map<String, Object> variables = listPatches.summarise(Map.of("web1", two, "web2", none));

        assertThat(variables).containsEntry("patchCount", 3).containsEntry("securityCount", 3);
        assertThat(variables).containsEntry("devicesWithPatches", 1);
        assertThat(variables.get("patchTable"))
                .asList()
                .hasSize(3)
                .allSatisfy(row -> assertThat(row)
                        .hasFieldOrPropertyWithValue("device", "web1")
                        .hasFieldOrPropertyWithValue("security", "yes"));
        assertThat(variables.get("hostTable"))
                .asList()
                .containsExactlyInAnyOrder(
                        Map.of("device", "web1", "address", "192.0.2.1", "patches", 3, "security", 3, "reboot", "yes"),
                        Map.of("device", "web2", "address", "192.0.2.1", "patches", 0, "security", 0, "reboot", "no"));
    }

    private static ScriptedSession debian(String pending) {
        return ScriptedSession.host()
                .on("os-release", Samples.DEBIAN)
                .on("-q -o APT::Update::Error-Mode=any update", "Hit:1 http://deb.example bookworm InRelease\n")
                .on("dist-upgrade", pending);
    }

    private static Map<String, Object> patch(String name, String from, String to, boolean security) {
        return Map.of("package", name, "from", from, "to", to, "security", security);
    }
}
