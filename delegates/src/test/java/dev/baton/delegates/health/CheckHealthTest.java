package dev.baton.delegates.health;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckHealthTest {

    private static final CheckHealthInputs BEFORE = Inputs.bind(CheckHealthInputs.class, Map.of("phase", "before"));
    private static final CheckHealthInputs AFTER = Inputs.bind(CheckHealthInputs.class, Map.of("phase", "after"));

    private static final String FAILED_UNITS = """
            cron.service    loaded failed failed Regular background program processing daemon
            nginx.service   loaded failed failed A high performance web server and a reverse proxy server
            """;

    private static final String DISKS = """
            Filesystem     1024-blocks     Used Available Capacity Mounted on
            /dev/vda1        264212084 24015784  82375128      23% /
            /dev/vdb1          1000000   940000     60000      94% /srv/my data
            """;

    private static final String FULL_DISK = "/dev/vdc1 1000 1000 0 100% /var\n";

    private final CheckHealth checkHealth = new CheckHealth();

    @Test
    void whatFailedBeforeIsNotedAndForgiven() {
        var result = host("degraded", FAILED_UNITS, DISKS, "").perform(checkHealth, BEFORE);

        assertThat(result.facts()).isEqualTo(Map.of("failedUnits", "cron.service nginx.service"));
    }

    @Test
    void whatFailedMeanwhileIsNamed() {
        var session = host("degraded", FAILED_UNITS, DISKS, "").knowing("failedUnits", "cron.service");

        assertProblem(Problem.CHECK_FAILED, () -> session.perform(checkHealth, AFTER))
                .hasMessageContaining("nginx.service has failed")
                .hasMessageNotContaining("cron.service");
    }

    @Test
    void afterTheChangeTheSameFailuresAreForgiven() {
        var session = host("degraded", FAILED_UNITS, DISKS, "").knowing("failedUnits", "cron.service nginx.service");

        assertThat(session.perform(checkHealth, AFTER).facts()).isEmpty();
    }

    @Test
    void aFullFileSystemIsNamed() {
        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> host("running", "", DISKS + FULL_DISK, "").perform(checkHealth, BEFORE))
                .hasMessageContaining("/var is 100% full")
                .hasMessageNotContaining("/srv");
    }

    @Test
    void theLimitIsTheDiagrams() {
        var strict = Inputs.bind(CheckHealthInputs.class, Map.of("diskLimit", "90"));

        assertProblem(Problem.CHECK_FAILED, () -> host("running", "", DISKS, "").perform(checkHealth, strict))
                .hasMessageContaining("/srv/my data is 94% full");
        assertProblem(Problem.BAD_INPUT, () -> Inputs.bind(CheckHealthInputs.class, Map.of("diskLimit", "101")));
    }

    @Test
    void anUnfinishedInstallationIsNamed() {
        var audit = "The following packages are only half configured:\n openssh-server  secure shell\n";

        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> host("running", "", DISKS, audit).perform(checkHealth, AFTER))
                .hasMessageContaining("half configured");
    }

    @Test
    void aHostWithoutSystemdAndDpkgIsHealthy() {
        var session =
                ScriptedSession.host().on("df", DISKS).on("systemctl", 127, "").on("dpkg", 127, "");

        assertThat(session.perform(checkHealth, BEFORE).summary()).isEqualTo("healthy");
    }

    @Test
    void theEndOfTheBootIsWaitedFor() {
        var session = ScriptedSession.host()
                .on("is-system-running", "starting\n")
                .on("is-system-running", "starting\n")
                .on("is-system-running", "running\n")
                .on("--failed", "")
                .on("df", DISKS)
                .on("dpkg", "");

        session.perform(checkHealth, AFTER);

        assertThat(session.sent())
                .filteredOn(text -> text.contains("is-system-running"))
                .hasSize(3);
    }

    @Test
    void anAnswerWithoutFileSystemsIsIncomplete() {
        assertProblem(
                Problem.ANSWER_INCOMPLETE,
                () -> host("running", "", "df: error\n", "").perform(checkHealth, BEFORE));
    }

    @Test
    void aNetworkDeviceIsHealthyWhenItTellsItsVersion() {
        assertThat(ScriptedSession.networkDevice()
                        .on("show version", "Cisco IOS Software")
                        .perform(checkHealth, AFTER)
                        .summary())
                .isEqualTo("answers");
        assertProblem(
                Problem.CHECK_FAILED,
                () -> ScriptedSession.networkDevice().on("show version", "").perform(checkHealth, AFTER));
    }

    private static ScriptedSession host(String state, String failed, String disks, String audit) {
        return ScriptedSession.host()
                .on("is-system-running", state.equals("running") ? 0 : 1, state + "\n")
                .on("--failed", failed)
                .on("df", disks)
                .on("dpkg", audit);
    }
}
