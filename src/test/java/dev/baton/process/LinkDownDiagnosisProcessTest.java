package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkDownDiagnosisProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @BeforeEach
    void oneSwitch() {
        ENGINE.select("sw1");
    }

    @Test
    void linkIsUp() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("linkState", "up", "admin", "up", "oper", "up")));

        assertThat(run).isEnded().hasPassed("Task_ResolveCause", "EndEvent_SelfCleared");
        Assertions.assertThat(ENGINE.findings()).isEmpty();
    }

    @Test
    void plannedShut() {
        ProcessInstance run = start();

        ENGINE.done(
                "Task_ReadThisEnd",
                end(Map.of("linkState", "admin-down", "admin", "down", "planned", true, "neighbourDevice", "")));

        assertThat(run).isEnded().hasPassed("EndEvent_OtherEndUnknown", "EndEvent_PlannedShut");
    }

    @Test
    void causeFoundAtTheOtherEnd() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("light", "dark", "laser", "ok")));
        Assertions.assertThat(ENGINE.input("Task_ReadThatEnd", "port")).isEqualTo("Ethernet2");
        ENGINE.done("Task_ReadThatEnd", end(Map.of("linkState", "admin-down", "evidence", "core-sw2: admin down")));

        assertThat(run).isEnded().hasPassed("EndEvent_OtherEndRead", "EndEvent_CauseFound");
        Assertions.assertThat(ENGINE.findings()).singleElement().satisfies(finding -> {
            Assertions.assertThat(finding)
                    .extracting(Finding::device, Finding::kind, Finding::part)
                    .containsExactly("sw1", "link-down-cause", "Te1/1/1");
            Assertions.assertThat(finding.message())
                    .isEqualTo("Te1/1/1: the other end is shut (95 %). Ask the owner of the other end to open it.");
            Assertions.assertThat(finding.evidence())
                    .contains("sw1: what was seen", "core-sw2: admin down", "also possible: no light arrives");
        });
    }

    @Test
    void aSilentNeighbourIsEvidence() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("light", "dark")));
        ENGINE.done(
                "Task_ReadThatEnd",
                end(Map.of(
                        "allSucceeded", false, "linkState", "unreachable", "failureSummary", "core-sw2: UNREACHABLE")));

        assertThat(run).isEnded().hasPassed("EndEvent_CauseFound");
        Assertions.assertThat(ENGINE.findings().get(0).message()).contains("the device at the other end is down");
    }

    @Test
    void handsRepairItAndThePortIsLookedAtAgain() {
        ProcessInstance run = start();
        ENGINE.done("Task_ReadThisEnd", end(Map.of("light", "dark")));
        ENGINE.done("Task_ReadThatEnd", end(Map.of("light", "dark")));
        assertThat(run).isWaitingAt("Task_RepairLink");
        Assertions.assertThat(ENGINE.seen("Task_RepairLink").get("cause"))
                .asString()
                .contains("fibre is cut");

        ENGINE.decide("Task_RepairLink", "retry");
        ENGINE.done("Task_ReadThisEnd", end(Map.of("linkState", "up", "oper", "up")));

        assertThat(run).isEnded().hasPassed("EndEvent_SelfCleared");
        Assertions.assertThat(ENGINE.findings()).isEmpty();
    }

    @Test
    void whatTheDeviceLoggedAndWhatARunChangedAreWeighed() {
        ProcessInstance run = start();

        ENGINE.done(
                "Task_ReadThisEnd", end(Map.of("neighbourDevice", "", "logged", "power", "changedBefore", "device")));

        assertThat(run).isEnded().hasPassed("EndEvent_CauseFound");
        Assertions.assertThat(ENGINE.findings()).singleElement().satisfies(finding -> {
            Assertions.assertThat(finding.message())
                    .startsWith("Te1/1/1: power over Ethernet fails at this port, the log says (75 %)");
            Assertions.assertThat(finding.evidence()).contains("also possible: a run of Baton changed the device");
        });
    }

    @Test
    void leftAsItIs() {
        ProcessInstance run = start();
        ENGINE.done("Task_ReadThisEnd", end(Map.of("oper", "notPresent", "neighbourDevice", "")));

        ENGINE.decide("Task_RepairLink", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_LeftAsItIs");
        Assertions.assertThat(ENGINE.findings()).hasSize(1);
    }

    @Test
    void unknownCause() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("neighbourDevice", "")));

        assertThat(run).isEnded().hasPassed("EndEvent_UnknownCause");
        Assertions.assertThat(ENGINE.findings().get(0).message()).startsWith("Te1/1/1: unknown (20 %)");
    }

    @Test
    void notDiagnosed() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("allSucceeded", false, "linkState", "unreachable")));

        assertThat(run).isEnded().hasPassed("EndEvent_NotDiagnosed");
    }

    @Test
    void twoDevicesAreNotOnePort() {
        ProcessInstance run = start();

        ENGINE.done("Task_ReadThisEnd", end(Map.of("total", 2)));

        assertThat(run).isEnded().hasPassed("EndEvent_NotDiagnosed");
    }

    @Test
    void noDeviceFound() {
        ENGINE.select();

        assertThat(ENGINE.start("link-down-diagnosis", Map.of("query", "site = nowhere", "port", "Gi1/0/7")))
                .isEnded()
                .hasPassed("EndEvent_NoDeviceFound");
    }

    @Test
    void aMessageStartsIt() {
        ProcessInstance run = ENGINE.engine()
                .getRuntimeService()
                .startProcessInstanceByMessage(
                        "link.down", Map.of("query", "name = sw1", "port", "Te1/1/1", "reason", "a trap"));

        assertThat(run).isWaitingAt("Task_ChooseDevice").hasPassed("StartEvent_LinkDownReported");
    }

    private static ProcessInstance start() {
        return ENGINE.start("link-down-diagnosis", Map.of("query", "name = sw1", "port", "Te1/1/1"));
    }

    private static Map<String, Object> end(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>();
        List.of(
                        "light",
                        "laser",
                        "duplex",
                        "stp",
                        "dot1x",
                        "lacp",
                        "lag",
                        "lacpPartner",
                        "poe",
                        "logged",
                        "changedBefore")
                .forEach(name -> all.put(name, "unknown"));
        all.putAll(Map.of(
                "linkState", "down",
                "admin", "up",
                "oper", "down",
                "errDisable", "",
                "damaged", false,
                "downTogether", 1,
                "minutesUp", 90_000,
                "planned", false,
                "neighbourDevice", "core-sw2",
                "neighbourPort", "Ethernet2"));
        all.put("evidence", "sw1: what was seen");
        all.putAll(more);
        return all;
    }
}
