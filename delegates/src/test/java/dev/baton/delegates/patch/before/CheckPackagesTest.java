package dev.baton.delegates.patch.before;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckPackagesTest {

    private static final String ROOM = """
            Filesystem     1024-blocks    Used Available Capacity Mounted on
            /dev/vda1         20466256 6344540  %d      33%% /
            /dev/vda2           486510  400000  %d      90%% /boot
            """;
    private static final String LOCK_FILES = "402117 /var/lib/dpkg/lock-frontend\n402116 /var/lib/dpkg/lock\n";

    private final CheckPackages checkPackages = new CheckPackages();
    private final CheckPackagesInputs usual = Inputs.bind(CheckPackagesInputs.class, Map.of());

    @Test
    void aHostWithRoomAndWithoutALockIsFit() {
        assertThat(host(900_000, 400_000, "").perform(checkPackages, usual).changed())
                .isFalse();
    }

    @Test
    void aFullFileSystemIsNamedWithWhatIsWanted() {
        assertProblem(Problem.CHECK_FAILED, () -> host(102_400, 10_240, "").perform(checkPackages, usual))
                .hasMessageContaining("dev1: /var (/) has 100 MiB free, wanted are 500, /boot (/boot) has 10 MiB free");
    }

    @Test
    void whoHoldsTheLockIsNamedAndItIsWorthAnotherTry() {
        String locks = "1: FLOCK  ADVISORY  WRITE 5 fe:00:1 0 EOF\n2: POSIX  ADVISORY  WRITE 811 fe:00:402117 0 EOF\n";

        assertProblem(Problem.LOCKED, () -> host(900_000, 400_000, locks).perform(checkPackages, usual))
                .hasMessage("dev1: /var/lib/dpkg/lock-frontend is held by process 811, /usr/bin/python3"
                        + " /usr/bin/unattended-upgrade");
    }

    @Test
    void brokenDependenciesAreFoundBeforeAnythingIsInstalled() {
        var host = ScriptedSession.host()
                .on("apt-get", command -> Answer.of(command, 100, "", "E: Unmet dependencies.\n"))
                .on("df ", ROOM.formatted(900_000, 400_000))
                .on("", "");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(checkPackages, usual))
                .hasMessageContaining("Unmet dependencies");
    }

    @Test
    void aHostThatDoesNotTellItsRoomIsNotFit() {
        assertProblem(
                Problem.ANSWER_INCOMPLETE,
                () -> ScriptedSession.host().on("", "").perform(checkPackages, usual));
    }

    private static ScriptedSession host(int var, int boot, String locks) {
        return ScriptedSession.host()
                .on("df ", ROOM.formatted(var, boot))
                .on("stat ", LOCK_FILES)
                .on("/proc/locks", locks)
                .on("ps ", "    1 /sbin/init\n  811 /usr/bin/python3 /usr/bin/unattended-upgrade\n")
                .on("apt-get", "");
    }
}
