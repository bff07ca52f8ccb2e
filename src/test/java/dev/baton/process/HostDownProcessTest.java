package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostDownProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void reachable() {
        ProcessInstance run = start("web1");

        ENGINE.done("Task_ProbeHost", probed(Map.of("reachable", true, "ssh", "works", "snmp", "works")));

        assertThat(run).isEnded().hasPassed("EndEvent_Reachable").hasNotPassed("Task_FindWitnesses");
        Assertions.assertThat(verdict(run)).isEqualTo("reachable");
    }

    @Test
    void serviceDown() {
        ProcessInstance run = start("lone1");

        ENGINE.done("Task_ProbeHost", probed(Map.of("tcp", "open")));

        assertThat(run).isEnded().hasPassed("EndEvent_ServiceDown").hasNotPassed("Task_AskNeighbours");
        Assertions.assertThat(verdict(run)).isEqualTo("ssh-dead");
    }

    @Test
    void hostIsSwitchedOff() {
        ProcessInstance run = start("db1");

        ENGINE.done("Task_ProbeHost", probed(Map.of()));
        Assertions.assertThat(ENGINE.input("Task_AskNeighbours", "address")).isEqualTo("192.0.2.7");
        ENGINE.done("Task_AskNeighbours", asked("answers", "absent"));
        ENGINE.done("Task_ReadPower", Map.of("power", "off", "powerEvidence", "bmc-db1: power off"));

        assertThat(run).isEnded().hasPassed("EndEvent_HostDown");
        Assertions.assertThat(verdict(run)).isEqualTo("powered-off");
        Assertions.assertThat(ENGINE.findings()).singleElement().satisfies(finding -> {
            Assertions.assertThat(finding)
                    .extracting(Finding::device, Finding::kind)
                    .containsExactly("db1", "host-down");
            Assertions.assertThat(finding.message())
                    .contains("The host is switched off", "TCP 22 filtered", "bmc-db1: power off");
        });
    }

    @Test
    void networkDown() {
        ProcessInstance run = start("web1");

        ENGINE.done("Task_ProbeHost", probed(Map.of()));
        ENGINE.done("Task_AskNeighbours", asked("silent", "unknown"));

        assertThat(run).isEnded().hasPassed("EndEvent_NetworkDown").hasNotPassed("Task_ReadPower");
    }

    @Test
    void faultUnknown() {
        ProcessInstance run = start("lone1");

        ENGINE.done("Task_ProbeHost", probed(Map.of()));

        assertThat(run).isEnded().hasPassed("EndEvent_FaultUnknown");
        Assertions.assertThat(verdict(run)).isEqualTo("unknown");
    }

    @Test
    void noHostFound() {
        ENGINE.select();

        assertThat(ENGINE.start("host-down", Map.of("query", "site = nowhere")))
                .isEnded()
                .hasPassed("EndEvent_NoHostFound");
    }

    private static ProcessInstance start(String host) {
        ENGINE.select(host);
        return ENGINE.start("host-down", Map.of("query", "name = " + host));
    }

    private static Object verdict(ProcessInstance run) {
        return ENGINE.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run.getId())
                .variableName("verdict")
                .singleResult()
                .getValue();
    }

    private static Map<String, Object> probed(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "reachable", false,
                "icmp", "silent",
                "tcp", "silent",
                "ssh", "silent",
                "snmp", "silent",
                "address", "192.0.2.7",
                "probed", "db1: TCP 22 filtered; SSH silent; SNMP silent"));
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> asked(String state, String frames) {
        return Map.of("neighbourState", state, "frames", frames, "neighbourEvidence", "sw1: told");
    }
}
