package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.inventory.HostTrust;
import dev.baton.inventory.Inventories;
import dev.baton.inventory.InventoryDevice;
import dev.baton.lab.machine.DeviceLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabIT {

    private static final String LIST = "env LC_ALL=C apt-get -s -o Debug::NoLocking=1 dist-upgrade";
    private static final String UPGRADE =
            "sudo -n env LC_ALL=C DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -y -q"
                    + " --no-remove -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold"
                    + " -o DPkg::Lock::Timeout=300 dist-upgrade";
    private static final String FAILED = "systemctl --failed --no-legend --plain";

    @TempDir
    static Path folder;

    private static Lab lab;
    private static SortedMap<String, InventoryDevice> devices;

    @BeforeAll
    static void startTheLab() {
        lab = new Lab(new LabSettings(
                true, folder.resolve("lab").toString(), folder.resolve("logs").toString(), 0, false));
        devices = new TreeMap<>(Inventories.read(lab.files().get(0)));
    }

    @AfterAll
    static void stopTheLab() {
        lab.close();
    }

    @Test
    void aPatchedHostHasNothingPendingAndAnotherBootAfterItsReboot() throws Exception {
        String before;
        try (LabClient host = client("web-01")) {
            before = host.output("cat /proc/sys/kernel/random/boot_id");
            assertThat(host.output(LIST)).contains("Inst nginx [1.22.1-9] (1.22.1-9+deb12u2 Debian-Security:");

            assertThat(host.run(UPGRADE).status()).isZero();

            assertThat(host.output(LIST)).doesNotContain("Inst ").contains("0 upgraded");
            assertThat(host.output(FAILED)).isEmpty();
            assertThat(host.output("env LC_ALL=C needrestart -b -k")).contains("NEEDRESTART-KSTA: 3");
            host.run("systemctl reboot");
        }

        assertThatThrownBy(() -> whileUp("web-01")).isInstanceOf(IOException.class);
        Awaitility.await().atMost(Duration.ofSeconds(15)).ignoreExceptions().untilAsserted(() -> {
            try (LabClient host = client("web-01")) {
                assertThat(host.output("cat /proc/sys/kernel/random/boot_id"))
                        .isNotBlank()
                        .isNotEqualTo(before);
                assertThat(host.output("uname -r")).isEqualTo("6.1.0-37-amd64\n");
                assertThat(host.output("env LC_ALL=C needrestart -b -k")).contains("NEEDRESTART-KSTA: 1");
                assertThat(Long.parseLong(host.output("cat /proc/uptime").split("\\.")[0]))
                        .isLessThan(60);
            }
        });
    }

    @Test
    void anAccountOtherThanRootChangesAHostBySudoOnly() throws Exception {
        try (LabClient host = client("db-01")) {
            assertThat(host.output("whoami")).isEqualTo("ops\n");
            assertThat(host.run(UPGRADE.replace("sudo -n ", "")).errors()).endsWith("are you root?\n");
            assertThat(host.run("apt-get update").status()).isEqualTo(100);
            assertThat(host.run("systemctl reboot").errors()).contains("Interactive authentication required.");
            assertThat(host.run("env LC_ALL=C dpkg --audit").status()).isZero();
            assertThat(host.output("sudo -n whoami")).isEqualTo("root\n");

            assertThat(host.run(UPGRADE).status()).isZero();
            assertThat(host.output(LIST)).doesNotContain("Inst ");
        }
    }

    @Test
    void theFragileHostBreaksAndTheNextUpdateCuresIt() throws Exception {
        try (LabClient host = client("web-03")) {
            host.run(UPGRADE);
            assertThat(host.output(LIST)).doesNotContain("Inst ");

            assertThat(host.output(FAILED)).startsWith("nginx.service ");
            assertThat(host.run("systemctl is-system-running").output()).isEqualTo("degraded\n");
            assertThat(host.output(LIST)).contains("Inst nginx [1.22.1-9+deb12u2]");
            host.run(UPGRADE);

            assertThat(host.output(FAILED)).isEmpty();
            assertThat(host.run("systemctl is-system-running").output()).isEqualTo("running\n");
            assertThat(host.output(LIST)).doesNotContain("Inst ");
        }
    }

    @Test
    void securityPatchesAloneAreInstalledByThePipelineOfTheDelegate() throws Exception {
        String names = LIST + " | awk '/^Inst [^(]*[(][^)]*(Debian-Security:|-security)/ { print $2 }' | xargs -r ";
        try (LabClient host = client("web-02")) {
            assertThat(host.run(names + UPGRADE.replace("dist-upgrade", "install --only-upgrade"))
                            .status())
                    .isZero();

            assertThat(host.output(LIST)).contains("Inst bash ").doesNotContain("Debian-Security");
        }
    }

    @Test
    void aChangeOfASwitchShowsInItsConfiguration() throws Exception {
        try (LabClient client = client("access-sw1");
                LabCli cli = client.cli()) {
            cli.until("access-sw1#");
            cli.type("terminal length 0", "access-sw1#");
            String before = cli.type("show running-config", "access-sw1#");
            String again = cli.type("sh run", "access-sw1#");
            assertThat(before)
                    .contains("snmp-server location ams1 rack 4")
                    .contains("\nend\n")
                    .isNotEqualTo(again);

            cli.type("configure terminal", "(config)#");
            cli.type("snmp-server location ams1 rack 9", "(config)#");
            cli.type("interface GigabitEthernet1/0/3", "(config-if)#");
            cli.type("description spare", "(config-if)#");
            assertThat(cli.type("frobnicate", "(config-if)#")).contains("% Invalid input detected at '^' marker.");
            cli.type("end", "access-sw1#");
            assertThat(cli.type("write memory", "access-sw1#")).contains("[OK]");

            String after = cli.type("show running-config", "access-sw1#");
            assertThat(after)
                    .contains("snmp-server location ams1 rack 9")
                    .contains("interface GigabitEthernet1/0/3\n description spare\n")
                    .doesNotContain("rack 4");
        }
    }

    @Test
    void aLongAnswerIsPagedUntilPagingIsOff() throws Exception {
        try (LabClient client = client("core-sw1");
                LabCli cli = client.cli()) {
            cli.until("core-sw1#");

            assertThat(cli.type("show running-config", "--More-- ")).doesNotContain("\nend");
            cli.send("q", "core-sw1#");
            cli.type("terminal length 0", "core-sw1#");

            assertThat(cli.type("show running-config", "core-sw1#"))
                    .doesNotContain("--More--")
                    .contains("\nend\n");
        }
    }

    @Test
    void aRouterSpeaksVtyshOnBothChannels() throws Exception {
        try (LabClient client = client("edge-rtr1");
                LabCli cli = client.cli()) {
            cli.until("edge-rtr1#");
            assertThat(cli.type("show bgp neighbors fast", "edge-rtr1#"))
                    .contains("% Unknown command: show bgp neighbors fast");
            cli.type("configure terminal", "(config)#");
            cli.type("hostname edge-rtr9", "edge-rtr9(config)#");
            cli.type("hostname edge-rtr1", "edge-rtr1(config)#");
            cli.type("end", "edge-rtr1#");

            assertThat(client.output("vtysh -c 'show running-config'"))
                    .contains("router bgp 65000")
                    .endsWith("!\nend\n");
            assertThat(client.output("show version")).startsWith("FRRouting 8.4.4 (edge-rtr1)");
        }
    }

    @Test
    void whatAHostDoesNotKnowEndsAsInAShell() throws Exception {
        try (LabClient host = client("storage-01")) {
            assertThat(host.run("dnf -q needs-restarting -r"))
                    .isEqualTo(new LabClient.Ran(127, "", "bash: line 1: dnf: command not found\n"));
            assertThat(host.run("test -L /vmlinuz && test \"$(readlink /vmlinuz)\" != \"boot/vmlinuz-$(uname -r)\"")
                            .status())
                    .isEqualTo(1);
        }
    }

    @Test
    void filesAreReadOverSftpAndNeverWritten() throws Exception {
        try (LabClient host = client("db-01");
                var sftp = host.ssh().newSFTPClient()) {
            try (var file = sftp.open("/etc/os-release")) {
                assertThat(file.length()).isPositive();
            }

            assertThatThrownBy(() -> sftp.rm("/etc/os-release")).isInstanceOf(IOException.class);
            assertThat(sftp.statExistence("/etc/os-release")).isNotNull();
        }
    }

    @Test
    void everythingThatReachesADeviceIsInItsLog() throws Exception {
        try (LabClient host = client("db-01")) {
            host.run("echo 'seen by the device'");
        }

        assertThat(lab.log("db-01")).extracting(DeviceLog.Line::text).contains("echo 'seen by the device'");
        assertThat(folder.resolve("logs/db-01.log")).content().contains("\tdb-01\texec\techo 'seen by the device'\n");
    }

    @Test
    void anotherPasswordOrHostKeyIsRefused() {
        InventoryDevice device = devices.get("core-sw1");

        assertThatThrownBy(() -> {
                    try (SSHClient ssh = new SSHClient()) {
                        ssh.addHostKeyVerifier(((HostTrust.Pin) device.ssh().hostTrust()).fingerprint());
                        ssh.connect("127.0.0.1", device.ssh().port());
                        ssh.authPassword("netops", "guessed");
                    }
                })
                .isInstanceOf(SSHException.class);
        assertThatThrownBy(() -> {
                    try (SSHClient ssh = new SSHClient()) {
                        ssh.addHostKeyVerifier(
                                ((HostTrust.Pin) devices.get("web-02").ssh().hostTrust()).fingerprint());
                        ssh.connect("127.0.0.1", device.ssh().port());
                    }
                })
                .isInstanceOf(SSHException.class);
    }

    @Test
    void aSecondStartKeepsKeysPortsAndSecrets() throws IOException {
        LabSettings settings = new LabSettings(true, folder.resolve("second").toString(), null, 3, false);
        String first;
        try (Lab once = new Lab(settings)) {
            first = Files.readString(once.files().get(0));
        }

        try (Lab twice = new Lab(settings)) {
            assertThat(Files.readString(twice.files().get(0))).isEqualTo(first).contains("host-003");
        }
        try (var files = Files.list(folder.resolve("second"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private static void whileUp(String name) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            try (LabClient host = client(name)) {
                host.run("true");
            }
        }
    }

    private static LabClient client(String name) throws IOException {
        return new LabClient(devices.get(name));
    }
}
