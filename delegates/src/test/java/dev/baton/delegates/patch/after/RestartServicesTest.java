package dev.baton.delegates.patch.after;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestartServicesTest {

    private static final String HEAD = "NEEDRESTART-VER: 3.6\n";
    private static final String TWO = HEAD + "NEEDRESTART-SVC: cron.service\nNEEDRESTART-SVC: user@1000.service\n";
    private static final String ONE = HEAD + "NEEDRESTART-SVC: user@1000.service\n";
    private static final RestartServicesInputs USUAL = Inputs.bind(RestartServicesInputs.class, Map.of());

    private final RestartServices restartServices = new RestartServices();

    @Test
    void servicesAreRestartedAndThoseLeftAreFindings() {
        var host = ScriptedSession.host().on("xargs", "").on("needrestart", TWO).on("needrestart", ONE);

        Result result = host.perform(restartServices, USUAL);

        assertThat(host.sent().get(1))
                .startsWith("sudo -n env LC_ALL=C needrestart -b -l | awk '/^NEEDRESTART-SVC: / { print $2 }'"
                        + " | grep -vxE 'dbus[.]service|systemd-logind[.]service|")
                .contains("|user@.*|")
                .endsWith("' | xargs -r sudo -n systemctl restart");
        assertThat(result.facts()).containsEntry("restartedCount", 1);
        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part, Finding::message)
                .containsExactly(tuple(
                        "service-restart-pending",
                        "user@1000.service",
                        "user@1000.service still runs code from before the patches; it is left alone, restart it in a"
                                + " window"));
    }

    @Test
    void whereNothingIsOldNothingIsRestarted() {
        Result result = ScriptedSession.host().on("needrestart", HEAD).perform(restartServices, USUAL);

        assertThat(result.changed()).isFalse();
        assertThat(result.checkedKinds()).containsExactlyInAnyOrder("service-restart-pending", "reboot-pending");
    }

    @Test
    void withoutNeedrestartNobodyCanTellAndNothingIsResolved() {
        Result result = ScriptedSession.host().on("needrestart", 127, "").perform(restartServices, USUAL);

        assertThat(result.checkedKinds()).containsExactly("reboot-pending");
    }

    @Test
    void aRebootThatIsNeededAndWasNotDoneIsAFinding() {
        var host = ScriptedSession.host().on("needrestart", HEAD).knowing("rebootNeeded", "true");

        assertThat(host.perform(restartServices, USUAL).findings())
                .extracting(Finding::kind)
                .containsExactly("reboot-pending");
        assertThat(host.knowing("bootIdBefore", "a")
                        .perform(restartServices, USUAL)
                        .findings())
                .isEmpty();
    }

    @Test
    void aServiceThatDoesNotComeUpFails() {
        var host = ScriptedSession.host()
                .on("xargs", command -> Answer.of(command, 123, "", "Job for cron.service failed.\n"))
                .on("needrestart", TWO);

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(restartServices, USUAL))
                .hasMessageContaining("Job for cron.service failed.");
    }

    @Test
    void anAnswerOfSomethingElseIsIncomplete() {
        var host = ScriptedSession.host().on("needrestart", "hello\n");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> host.perform(restartServices, USUAL));
    }
}
