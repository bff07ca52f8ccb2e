package dev.baton.delegates.patch;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Observation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.LastSeen;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListPatchesTest {

    private static final ListPatchesInputs ALL = Inputs.bind(ListPatchesInputs.class, Map.of());
    private static final ListPatchesInputs SECURITY = Inputs.bind(ListPatchesInputs.class, Map.of("scope", "security"));

    private final LastSeen past = new LastSeen();
    private final ListPatches listPatches = new ListPatches(past);

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
                        "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade",
                        "env LC_ALL=C apt-mark showhold",
                        "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 --ignore-hold dist-upgrade",
                        "env LC_ALL=C apt-cache policy");
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

        assertThat(ScriptedSession.host().render(listPatches, apt)).hasSize(5);
        assertThat(ScriptedSession.host().render(listPatches, ALL)).hasSize(12);
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

    @Test
    void whatIsHeldOrPinnedIsShownWithTheUpdateThatItDoesNotGet() {
        Result result = holding("openssl").perform(listPatches, ALL);

        assertThat(result.facts().get("withheld"))
                .asList()
                .containsExactly(
                        Map.of(
                                "package", "openssl",
                                "from", "3.0.2-0ubuntu1.10",
                                "to", "3.0.2-0ubuntu1.18",
                                "security", true,
                                "reason", "held"),
                        Map.of(
                                "package", "nginx",
                                "from", "",
                                "to", "",
                                "security", false,
                                "reason", "pinned to 1.22.1-9"));
        assertThat(result.checkedKinds()).containsExactly("patch-withheld");
        assertThat(result.findings())
                .extracting(Finding::part, Finding::message)
                .containsExactly(tuple(
                        "openssl",
                        "openssl is held at 3.0.2-0ubuntu1.10, while 3.0.2-0ubuntu1.18 waits: a security update is not"
                                + " installed"));
    }

    @Test
    void anExcludedPackageIsNotCountedAndShownAsExcluded() {
        var without = Inputs.bind(ListPatchesInputs.class, Map.of("exclude", "bash, openssl"));

        Result result = debian(Samples.APT_PENDING).perform(listPatches, without);

        assertThat(result.facts()).containsEntry("patchCount", 2);
        assertThat(listPatches.summarise(Map.of("web1", result)).get("withheldTable"))
                .asList()
                .extracting(row -> ((Map<?, ?>) row).get("package") + ": " + ((Map<?, ?>) row).get("why"))
                .containsExactly("nginx: pinned to 1.22.1-9", "bash: excluded", "openssl: excluded, security");
    }

    @Test
    void aVulnerabilityChoosesThePackagesOfItsSourceThatCloseIt() {
        knownVulnerability("3.0.2-0ubuntu1.18");

        Result result = debian(Samples.APT_PENDING).perform(listPatches, cves("CVE-2099-1 CVE-2099-2"));

        assertThat(result.facts()).containsEntry("patchCount", 1).containsEntry("cvePackages", List.of("openssl"));
        Map<String, Object> table = listPatches.summarise(Map.of("web1", result));
        assertThat(table).containsEntry("openCves", 2).containsEntry("cvePackages", List.of("openssl"));
        assertThat(table.get("cveTable"))
                .asList()
                .extracting(row -> ((Map<?, ?>) row).get("package") + " " + ((Map<?, ?>) row).get("state"))
                .containsExactly(
                        "openssl closed by the patch",
                        "libssl3 stays open: no repository of the host has a fixed version",
                        " not known: no device was found to have it; start vulnerability-response with its advisory");
    }

    @Test
    void aHeldPackageThatKeepsAVulnerabilityOpenIsAFinding() {
        knownVulnerability("3.0.2-0ubuntu1.18");

        Result result = holding("openssl").perform(listPatches, cves("CVE-2099-1"));

        assertThat(result.facts()).containsEntry("patchCount", 0).containsEntry("cvePackages", List.of());
        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "openssl is held at 3.0.2-0ubuntu1.10, while 3.0.2-0ubuntu1.18 waits: CVE-2099-1 stays open");
    }

    @Test
    void aPatchThatDoesNotFixItClosesNothing() {
        knownVulnerability("3.0.2-0ubuntu1.19");

        assertThat(debian(Samples.APT_PENDING)
                        .perform(listPatches, cves("CVE-2099-1"))
                        .facts())
                .containsEntry("patchCount", 0);
    }

    @Test
    void vulnerabilitiesAreNamedAndWrittenAsTheyAre() {
        assertProblem(Problem.BAD_INPUT, () -> debian("").perform(listPatches, cves("")));
        assertProblem(Problem.BAD_INPUT, () -> debian("").perform(listPatches, cves("openssl;reboot")));
    }

    @Test
    void packagesAreChosenOnDebianOnly() {
        var session = ScriptedSession.host().on("os-release", Samples.ROCKY);

        assertProblem(Problem.UNSUPPORTED, () -> session.perform(listPatches, cves("CVE-2099-1")))
                .hasMessageContaining("not by dnf");
    }

    private static ListPatchesInputs cves(String ids) {
        return Inputs.bind(ListPatchesInputs.class, Map.of("scope", "cves", "cves", ids));
    }

    private static ScriptedSession debian(String pending) {
        return ScriptedSession.host()
                .on("os-release", Samples.DEBIAN)
                .on("-q -o APT::Update::Error-Mode=any update", "Hit:1 http://deb.example bookworm InRelease\n")
                .on("showhold", "")
                .on("--ignore-hold", pending)
                .on("policy", Samples.APT_POLICY)
                .on("dpkg-query", Samples.DPKG_SOURCES)
                .on("dist-upgrade", pending);
    }

    private static ScriptedSession holding(String held) {
        return ScriptedSession.host()
                .on("os-release", Samples.DEBIAN)
                .on("-q -o APT::Update::Error-Mode=any update", "")
                .on("showhold", held + "\n")
                .on("--ignore-hold", Samples.APT_PENDING)
                .on("policy", Samples.APT_POLICY)
                .on("dpkg-query", Samples.DPKG_SOURCES)
                .on("dist-upgrade", Samples.APT_PENDING.replaceAll("(?m)^Inst " + held + " .*$", ""));
    }

    private void knownVulnerability(String fixed) {
        past.keep(
                "elsewhere",
                Observation.latest(
                        "vulnerabilities",
                        Map.of(
                                "CVE-2099-1",
                                Map.of(
                                        "conditions",
                                        List.of(Map.of(
                                                "kind", "DEBIAN_PACKAGE",
                                                "release", "12",
                                                "name", "openssl",
                                                "introduced", "0",
                                                "fixed", fixed,
                                                "last", ""))))));
    }

    private static Map<String, Object> patch(String name, String from, String to, boolean security) {
        return Map.of("package", name, "from", from, "to", to, "security", security);
    }
}
