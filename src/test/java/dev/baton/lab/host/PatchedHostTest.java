package dev.baton.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lab.machine.Power;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatchedHostTest {

    private static final String VERSIONS = "dpkg-query -W -f '${db:Status-Abbrev} ${binary:Package} ${Version}\\n' ";
    private static final String BACK = "apt-get -y --allow-downgrades install nginx=1.22.1-9 nginx-common=1.22.1-9";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Host host = new Host(
            "web-09",
            new Description(
                    List.of("nginx.service"),
                    List.of("nginx", "held"),
                    "nginx.service",
                    "nginx-regression",
                    1,
                    null,
                    false,
                    null),
            new Power(timer),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aHeldPackageIsOfferedToWhoIgnoresHoldsOnly() {
        assertThat(host.run("apt-mark showhold").output()).isEqualTo("rsync\n");
        assertThat(host.run("apt-get -s dist-upgrade").output()).doesNotContain("rsync");
        assertThat(host.run("apt-get -s --ignore-hold dist-upgrade").output())
                .contains("Inst rsync [3.2.7-1+deb12u1] (3.2.7-1+deb12u2 Debian-Security");
    }

    @Test
    void aBrokenUpdateIsTakenBackAndTheNextOneWorks() {
        host.run("apt-get -y dist-upgrade");
        assertThat(host.run("systemctl --failed").output()).startsWith("nginx.service");

        assertThat(host.run(BACK.replace("-y", "-s")).output()).contains("Inst nginx [1.22.1-9+deb12u2] (1.22.1-9 ");
        assertThat(host.run(BACK).status()).isZero();

        assertThat(host.run("systemctl --failed").output()).isEmpty();
        assertThat(host.run(VERSIONS + "nginx nginx-common").output())
                .isEqualTo("ii  nginx 1.22.1-9\nii  nginx-common 1.22.1-9\n");
        assertThat(host.run("apt-get -s dist-upgrade").output()).contains("Inst nginx [1.22.1-9] (1.22.1-9+deb12u3 ");
        host.run("apt-get -y dist-upgrade");
        assertThat(host.run("systemctl --failed").output()).isEmpty();
    }

    @Test
    void aVersionThatWasNeverThereIsNotFound() {
        assertThat(host.run("apt-get -s --allow-downgrades install nginx=0.1").errors())
                .isEqualTo("E: Version '0.1' for 'nginx' was not found\n");
    }

    @Test
    void whatIsAskedBeforePatchingHasAnAnswer() {
        assertThat(host.run("df -P -k /var /boot").output()).hasLineCount(3);
        assertThat(host.run("apt-get -q -o Debug::NoLocking=1 check").status()).isZero();
        assertThat(host.run("systemctl list-units --type=service --state=running --no-legend --plain")
                        .output())
                .isEqualTo("nginx.service loaded active running nginx\n");
    }
}
