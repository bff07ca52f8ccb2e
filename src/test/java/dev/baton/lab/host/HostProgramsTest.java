package dev.baton.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lab.machine.Power;
import dev.baton.lab.machine.Reply;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostProgramsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Host host = new Host(
            "storage-09",
            new Description(List.of(), List.of(), null, null, 1, null, false, "failing"),
            new Power(timer),
            Clock.systemUTC());

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void sedPrintsTheLinesInWhichItReplaced() {
        assertThat(host.run("sed -n 's/^\\(md[^ ]*\\) : .*/\\1/p' /proc/mdstat"))
                .isEqualTo(Reply.ok("md0\n"));
        assertThat(host.run("printf 'a.b(c)\\nab\\n' | sed -n 's/\\.\\(b\\)(c)/ $\\1/p'"))
                .isEqualTo(Reply.ok("a $b\n"));
    }

    @Test
    void sedRefusesWhatItDoesNotUnderstand() {
        assertThat(host.run("sed s/a/b/ /etc/hosts").status()).isEqualTo(1);
        assertThat(host.run("sed -n 's/a/\\1/p' /etc/hosts").status()).isEqualTo(1);
        assertThat(host.run("sed -n s/a/b/p /nowhere"))
                .isEqualTo(Reply.failed(2, "sed: can't read /nowhere: No such file or directory\n"));
    }

    @Test
    void mdadmTellsByItsStatusHowAnArrayIs() {
        assertThat(host.run("mdadm --detail --test /dev/md0").status()).isEqualTo(1);
        assertThat(host.run("mdadm --detail /dev/md0").status()).isZero();
        assertThat(host.run("mdadm --detail --test /dev/md1"))
                .isEqualTo(Reply.failed(4, "mdadm: cannot open /dev/md1: No such file or directory\n"));
    }

    @Test
    void smartctlListsAndAsksTheDrives() {
        assertThat(host.run("smartctl --scan-open").output())
                .hasLineCount(4)
                .contains("/dev/sdb -d sat # /dev/sdb [SAT], ATA device\n");
        assertThat(host.run("smartctl -j -H /dev/sdb").status()).isEqualTo(8);
        assertThat(host.run("smartctl -x --json=c -d sat /dev/sdx").output()).contains("No such device");
    }
}
