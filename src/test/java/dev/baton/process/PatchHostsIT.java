package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.TestLinks;
import dev.baton.device.net.TestNet;
import dev.baton.device.ssh.TestSsh;
import dev.baton.testing.DebianRoot;
import dev.baton.testing.LiveSteps;
import dev.baton.testing.ProcedureEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Host patching with real apt and dpkg behind real OpenSSH, and updates that are really pending. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PatchHostsIT {

    private static final String OLD = "1.0-1";
    private static final String NEW = "1.0-2";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @TempDir
    private Path folder;

    private final Deadlines deadlines = new Deadlines();
    private Protocol ssh;
    private TestNet net;
    private Path repositories;
    private DebianRoot host;
    private LiveSteps steps;

    @BeforeEach
    void start() throws Exception {
        DebianRoot.require();
        ssh = TestSsh.protocol(deadlines);
        net = new TestNet();
        repositories = Files.createDirectory(folder.resolve("repositories"));
        DebianRoot.repository(
                repositories.resolve("security"),
                "Debian-Security",
                "oldstable-security",
                "baton-sec=1.0-1",
                "baton-sec=1.0-2",
                "baton-held=1.0-1",
                "baton-held=1.0-2",
                "baton-pin=1.0-1",
                "baton-pin=1.0-2",
                "baton-excluded=1.0-1",
                "baton-excluded=1.0-2");
        DebianRoot.repository(
                repositories.resolve("plain"), "Debian", "oldstable", "baton-plain=1.0-1", "baton-plain=1.0-2");
        host = new DebianRoot("web1", Files.createDirectory(folder.resolve("web1")), repositories);
        steps = new LiveSteps(
                List.of(host.device()),
                device -> TestLinks.fresh(device, ssh, net.protocol()),
                (path, sha256) -> {
                    throw new IllegalStateException("no file is needed");
                },
                Map.of());
        ENGINE.select("web1");
    }

    @AfterEach
    void stop() throws Exception {
        if (steps != null) {
            steps.close();
        }
        if (host != null) {
            host.close();
        }
        if (net != null) {
            net.close();
        }
        deadlines.close();
    }

    @Test
    void securityUpdatesComeAndWhatIsHeldPinnedOrExcludedStays() {
        host.run("touch /run/test-kernel");
        String boot = host.run("cat /proc/sys/kernel/random/boot_id");

        ProcessInstance run = listed(Map.of("scope", "security", "exclude", "baton-excluded"));
        Map<String, Object> seen = ENGINE.seen("Task_ApprovePatching");
        assertThat(seen).containsEntry("patchCount", 1).containsEntry("withheldCount", 3);
        assertThat(String.valueOf(seen.get("withheldTable")))
                .contains("1.0-1 to 1.0-2", "reason=held", "pinned to 1.0-1", "excluded");
        approve();

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_Patched");
        assertThat(host.version("baton-sec")).isEqualTo(NEW);
        for (String stays : List.of("baton-plain", "baton-held", "baton-pin", "baton-excluded")) {
            assertThat(host.version(stays)).as(stays).isEqualTo(OLD);
        }
        assertThat(host.run("cat /proc/sys/kernel/random/boot_id")).isNotEqualTo(boot);
        assertThat(steps.observations().latest("web1", "patching").orElseThrow().content())
                .containsEntry("changes", List.of(Map.of("package", "baton-sec", "from", OLD, "to", NEW)))
                .containsEntry("rebooted", true);
        assertThat(steps.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(tuple("patch-withheld", "baton-held"));
    }

    @Test
    void aVulnerabilityBringsItsPackagesOnlyAndWhatIsLeftIsAFinding() {
        host.run("touch /run/test-kernel");
        vulnerability("CVE-2099-1", "baton-plain");
        vulnerability("CVE-2099-2", "baton-held");

        ProcessInstance run = listed(Map.of("scope", "cves", "cves", "CVE-2099-1, CVE-2099-2", "reboot", "never"));
        assertThat(ENGINE.seen("Task_ApprovePatching"))
                .containsEntry("patchCount", 1)
                .containsEntry("openCves", 1);
        assertThat(steps.findings())
                .extracting(Finding::message)
                .containsExactly("baton-held is held at 1.0-1, while 1.0-2 waits: CVE-2099-2 stays open");
        approve();

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_Patched");
        assertThat(host.version("baton-plain")).isEqualTo(NEW);
        assertThat(host.version("baton-sec")).isEqualTo(OLD);
        assertThat(host.run("cat /run/test-stale")).isEqualTo("NEEDRESTART-SVC: dbus.service\n");
        assertThat(steps.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("patch-withheld", "service-restart-pending", "reboot-pending");
    }

    @Test
    void aHostThatIsNotHealthyGoesBackToExactlyTheVersionsFromBeforeWhereTheyAreToBeHad() throws Exception {
        breakable();

        ProcessInstance run = listed(Map.of("scope", "all"));
        approve();

        assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("wayBack", "the failed hosts are back at the versions from before");
        for (String back : List.of("baton-broken", "baton-sec", "baton-plain", "baton-excluded")) {
            assertThat(host.version(back)).as(back).isEqualTo(OLD);
        }
        assertThat(host.run("cat /run/test-failed")).isEmpty();
        Files.delete(repositories.resolve("plain/baton-broken_1.0-1_all.deb"));
        DebianRoot.repository(repositories.resolve("plain"), "Debian", "oldstable");
        ENGINE.decide("Task_ReviewFailedHosts", "retry");
        steps.work(ENGINE);

        assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("rollBackCode", "CHECK_FAILED")
                .containsEntry("rolledBack", false);
        assertThat(host.version("baton-broken")).isEqualTo(NEW);
        assertThat(host.version("baton-sec")).isEqualTo(NEW);
        ENGINE.decide("Task_ReviewFailedHosts", "stop");
        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_PatchingStopped");
    }

    @Test
    void whatStandsInTheWayIsFoundBeforeAnythingIsChanged() {
        listed(Map.of("scope", "security"));
        host.run("sed -i '/^Package: baton-plain$/,/^$/s/^Status: .*/Status: install ok half-configured/'"
                + " /var/lib/dpkg/status");
        approve();

        assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("failureCode", "CHECK_FAILED")
                .containsEntry("wayBack", "not tried");
        assertThat(host.version("baton-sec")).isEqualTo(OLD);
        host.run("dpkg --configure -a");

        ENGINE.decide("Task_ReviewFailedHosts", "retry");
        host.run("""
                cat >/run/lock.pl <<'END'
                use Fcntl;
                open(my $f, ">>", "/var/lib/dpkg/lock-frontend") or die;
                my $lock = pack("s s l! l! i", F_WRLCK, 0, 0, 0, 0);
                fcntl($f, F_SETLK, $lock) or die;
                open(my $p, ">", "/run/locked");
                sleep 60;
                END
                perl /run/lock.pl >/dev/null 2>&1 &
                while [ ! -e /run/locked ]; do kill -0 $! || exit 1; sleep 0.05; done
                """);
        steps.work(ENGINE);
        assertThat(ENGINE.seen("Task_ReviewFailedHosts")).containsEntry("failureCode", "LOCKED");
        host.run("kill $(ps -eo pid=,args= | sed -n 's/^ *\\([0-9]*\\) perl .run.lock.pl$/\\1/p')");

        ENGINE.decide("Task_ReviewFailedHosts", "retry");
        steps.work(ENGINE);
        assertThat(host.version("baton-sec")).isEqualTo(NEW);
    }

    private ProcessInstance listed(Map<String, Object> wish) {
        Map<String, Object> inputs = new HashMap<>(Map.of("query", "platform = linux"));
        inputs.putAll(wish);
        ProcessInstance run = ENGINE.start("patch-hosts", inputs);
        steps.work(ENGINE);
        return run;
    }

    private void approve() {
        ENGINE.decide("Task_ApprovePatching", "approve");
        steps.work(ENGINE);
    }

    /** A package whose update breaks a service. */
    private void breakable() {
        DebianRoot.repository(
                repositories.resolve("plain"), "Debian", "oldstable", "baton-broken=1.0-1", "baton-broken=1.0-2");
        host.run("apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -y -qq install baton-broken=1.0-1");
    }

    private void vulnerability(String id, String source) {
        Map<String, Object> known = new HashMap<>(steps.observations()
                .latest("other", "vulnerabilities")
                .map(seen -> seen.content())
                .orElse(Map.of()));
        known.put(
                id,
                Map.of(
                        "conditions",
                        List.of(Map.of(
                                "kind", "DEBIAN_PACKAGE",
                                "release", "bookworm",
                                "name", source,
                                "introduced", "0",
                                "fixed", NEW,
                                "last", ""))));
        steps.observations().keep("other", Observation.latest("vulnerabilities", known), Instant.now());
    }
}
