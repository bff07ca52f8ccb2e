package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DriveFailureLogScanProcessTest {

    private static final String KEY = "drive-failure-log-scan";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allQuiet() {
        ProcessInstance run = scan();

        ENGINE.done("Task_ScanDriveLogs", found(0, Map.of()));

        assertThat(run).isEnded().hasPassed("EndEvent_AllQuiet");
    }

    @Test
    void drivesInTrouble() {
        ProcessInstance run = scan();

        ENGINE.done("Task_ScanDriveLogs", found(1, Map.of()));

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_DrivesInTrouble")
                .variables()
                .containsEntry("summary", "1 failing drives, 0 suspect, 0 bad links; 0 hosts have more to read");
    }

    @Test
    void partlyScannedWhenAHostDoesNotGiveItsLogs() {
        ProcessInstance run = scan();

        ENGINE.done("Task_ScanDriveLogs", found(0, ProcedureEngine.oneFailed("web2", "UNREACHABLE: no answer")));

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyScanned");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2",
                        "drive-log-unread",
                        "The logs could not be read, so nobody knows about the drives. UNREACHABLE: no answer"));
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = scan();

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void itsTimerScansEveryHalfHour() {
        Assertions.assertThat(ENGINE.timer(KEY).getDuedate().toInstant().toString())
                .matches(".*:(10|40):00Z");

        ProcessInstance run = ENGINE.fire(KEY);

        assertThat(run).isWaitingAt("Task_ScanDriveLogs").variables().containsEntry("requester", "timer");
        Assertions.assertThat(ENGINE.input("Task_ScanDriveLogs", "policy")).isEqualTo("drive-evidence");
    }

    private static ProcessInstance scan() {
        return ENGINE.start(KEY, Map.of("query", "role = storage"));
    }

    private static Map<String, Object> found(int failing, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "failingDrives",
                failing,
                "suspectDrives",
                0,
                "badLinks",
                0,
                "hostsBehind",
                0,
                "driveTable",
                List.of()));
        variables.putAll(more);
        return variables;
    }
}
