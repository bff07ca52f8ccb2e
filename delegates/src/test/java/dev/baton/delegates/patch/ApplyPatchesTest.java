package dev.baton.delegates.patch;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyPatchesTest {

    private static final String UPDATE = "Error-Mode=any update";
    private static final String SIMULATION = "env LC_ALL=C apt-get -s";
    private static final String INSTALLATION = "DEBIAN_FRONTEND=noninteractive";
    private static final ApplyPatchesInputs ALL = Inputs.bind(ApplyPatchesInputs.class, Map.of());
    private static final ApplyPatchesInputs SECURITY =
            Inputs.bind(ApplyPatchesInputs.class, Map.of("scope", "security"));

    private final ApplyPatches applyPatches = new ApplyPatches();

    @Test
    void theInstallationIsProvedByListingAgain() {
        var session = debian().on(INSTALLATION, "Setting up bash\n")
                .on(SIMULATION, Samples.APT_PENDING)
                .on(SIMULATION, Samples.APT_NOTHING);

        Result result = session.perform(applyPatches, ALL);

        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("appliedCount", 4);
        assertThat(session.sent())
                .contains(
                        "sudo -n env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -y -q --no-remove"
                                + " -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
                                + " -o DPkg::Lock::Timeout=300 dist-upgrade")
                .endsWith("env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade");
    }

    @Test
    void aPatchedHostIsLeftAlone() {
        var session = debian().on(SIMULATION, Samples.APT_NOTHING);

        Result result = session.perform(applyPatches, ALL);

        assertThat(result.changed()).isFalse();
        assertThat(session.sent()).noneMatch(text -> text.contains(INSTALLATION));
    }

    @Test
    void whatIsStillPendingFailsTheCheck() {
        var session = debian().on(INSTALLATION, "").on(SIMULATION, Samples.APT_PENDING);

        assertProblem(Problem.CHECK_FAILED, () -> session.perform(applyPatches, ALL))
                .hasMessageContaining("bash, libgcrypt20-dev");
    }

    @Test
    void aFailedInstallationIsRejectedWithItsLastWord() {
        var session = debian().on(
                        INSTALLATION,
                        command -> Answer.of(
                                command,
                                100,
                                "",
                                "dpkg: error\nE: Sub-process /usr/bin/dpkg returned an error code (1)\n"))
                .on(SIMULATION, Samples.APT_PENDING);

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(applyPatches, ALL))
                .hasMessageContaining("exit status 100")
                .hasMessageEndingWith("E: Sub-process /usr/bin/dpkg returned an error code (1)");
    }

    @Test
    void rootNeedsNoSudo() {
        assertThat(ScriptedSession.hostAsRoot().render(applyPatches, ALL)).noneMatch(text -> text.contains("sudo"));
    }

    @Test
    void whoMayNotLockIsRejectedAtOnceAndNotTriedAgain() {
        var session = debian().on(INSTALLATION, command -> Answer.of(command, 100, "", """
                        E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)
                        E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?
                        """))
                .on(SIMULATION, Samples.APT_PENDING);

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(applyPatches, ALL))
                .hasMessageContaining("are you root?");
    }

    @Test
    void aRefusalOfSudoNamesTheDeviceAndSudo() {
        var session = debian().on(INSTALLATION, command -> Answer.of(command, 1, "", "sudo: a password is required\n"))
                .on(SIMULATION, Samples.APT_PENDING);

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(applyPatches, ALL))
                .hasMessageContaining("dev1: sudo was refused for \"sudo -n env ")
                .hasMessageEndingWith("sudo: a password is required");
    }

    @Test
    void securityPatchesAreInstalledByOnePipelineThatNamesThem() {
        assertThat(ScriptedSession.host().render(applyPatches, SECURITY))
                .contains("env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade"
                        + " | awk '/^Inst [^(]*[(][^)]*(Debian-Security:|-security)/ { print $2 }'"
                        + " | xargs -r sudo -n env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -y -q"
                        + " --no-remove -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
                        + " -o DPkg::Lock::Timeout=300 install --only-upgrade");
    }

    @Test
    void thePackagesOfAVulnerabilityAreInstalledByTheirNamesWhereTheyArePending() {
        var packages = Inputs.bind(
                ApplyPatchesInputs.class, Map.of("scope", "cves", "packages", List.of("libstdc++6", "openssl")));

        assertThat(ScriptedSession.hostAsRoot().render(applyPatches, packages))
                .anyMatch(text -> text.startsWith("env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade"
                        + " | awk '/^Inst (libstdc[+][+]6|openssl)(:[a-z0-9-]+)? / { print $2 }' | xargs -r env LC_ALL=C"
                        + " DEBIAN_FRONTEND=noninteractive"))
                .noneMatch(text -> text.contains("dnf") || text.contains("zypper"));
        assertProblem(
                Problem.BAD_INPUT,
                () -> Inputs.bind(ApplyPatchesInputs.class, Map.of("scope", "cves", "packages", "a'; reboot"))
                        .selection());
    }

    @Test
    void nothingIsInstalledWhereAnExcludedPackageWouldChangeToo() {
        var without = Inputs.bind(ApplyPatchesInputs.class, Map.of("exclude", "openssl"));
        var session = debian().on("grep -vxE '(openssl)(:[a-z0-9-]+)?'", Samples.APT_PENDING)
                .on(SIMULATION, Samples.APT_PENDING);

        assertProblem(Problem.CHECK_FAILED, () -> session.perform(applyPatches, without))
                .hasMessageContaining("excluded: openssl; nothing was installed");
        assertThat(session.sent()).noneMatch(text -> text.contains(INSTALLATION));
    }

    @Test
    void onlyTheInstallationCanChangeTheHostAndItRunsDetached() {
        assertThat(ScriptedSession.host().commands(applyPatches, ALL))
                .filteredOn(command -> command.changes())
                .allMatch(command -> command.detached())
                .extracting(command -> command.text().replaceAll(".*(apt-get|dnf|zypper).*", "$1"))
                .containsExactly("apt-get", "dnf", "zypper");
        assertThat(applyPatches.effect(ALL)).isEqualTo(Effect.CONVERGE);
    }

    @Test
    void zypperIsCalledAgainWhenItReplacedItself() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.LEAP)
                .on("refresh", "")
                .on("list-updates", Samples.ZYPPER_UPDATES)
                .on("list-updates", Samples.ZYPPER_NOTHING)
                .on("list-patches", Samples.ZYPPER_NOTHING)
                .on("zypper -n update -l", 103, "")
                .on("zypper -n update -l", 102, "");

        assertThat(session.perform(applyPatches, ALL).changed()).isTrue();
        assertThat(session.sent())
                .filteredOn(text -> text.contains("zypper -n update -l"))
                .hasSize(2);
    }

    @Test
    void zyppersLockIsWorthAnotherTry() {
        var session = ScriptedSession.host().on("os-release", Samples.LEAP).on("refresh", 7, "");

        assertProblem(Problem.LOCKED, () -> session.perform(applyPatches, ALL));
    }

    @Test
    void dnfsLockIsWorthAnotherTry() {
        var session = ScriptedSession.host()
                .on("os-release", Samples.ROCKY)
                .on("check-update", 200, "Failed to obtain the transaction lock (logged in as: ops).\n");

        assertProblem(Problem.LOCKED, () -> session.perform(applyPatches, ALL));
    }

    private static ScriptedSession debian() {
        return ScriptedSession.host().on("os-release", Samples.DEBIAN).on(UPDATE, "");
    }
}
