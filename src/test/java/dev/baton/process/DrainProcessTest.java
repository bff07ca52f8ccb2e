package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Taking hosts out of the traffic of haproxy, and putting them back. */
class DrainProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void drained() {
        ProcessInstance run = start("drain", Map.of());

        Assertions.assertThat(ENGINE.input("Task_DrainServers", "targets")).isEqualTo("lb1");
        Assertions.assertThat(ENGINE.input("Task_DrainServers", "hosts")).isEqualTo("web1+web2");
        Assertions.assertThat(ENGINE.input("Task_DrainServers", "timeout")).isEqualTo("PT15M");
        ENGINE.done("Task_DrainServers", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Drained").variables().containsEntry("drained", true);
    }

    @Test
    void notDrainedWhenAnOperatorStops() {
        ProcessInstance run = start("drain", Map.of());

        ENGINE.failed("Task_DrainServers", Problem.CHECK_FAILED, Map.of());
        Assertions.assertThat(ENGINE.seen("Task_ReviewHostsNotDrained")).containsEntry("failureMessage", "too bad");
        ENGINE.decide("Task_ReviewHostsNotDrained", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_NotDrained").variables().containsEntry("drained", false);
    }

    @Test
    void byForceConnectionsAreNotWaitedForAgain() {
        ProcessInstance run = start("drain", Map.of());

        ENGINE.failed("Task_DrainServers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewHostsNotDrained", "force");

        Assertions.assertThat(ENGINE.input("Task_DrainServers", "force")).isEqualTo(true);
        Assertions.assertThat(ENGINE.input("Task_DrainServers", "timeout")).isEqualTo("PT10S");
        ENGINE.done("Task_DrainServers", Map.of());
        assertThat(run).isEnded().hasPassed("EndEvent_Drained");
    }

    @Test
    void undrainedAtTheSecondTry() {
        ProcessInstance run = start("undrain", Map.of());

        ENGINE.failed("Task_UndrainServers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewHostsNotUndrained", "retry");
        ENGINE.done("Task_UndrainServers", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Undrained").variables().containsEntry("undrained", true);
    }

    @Test
    void notUndrainedWhenAnOperatorStops() {
        ProcessInstance run = start("undrain", Map.of());

        ENGINE.refused("Task_UndrainServers", Problem.BAD_INPUT);
        ENGINE.decide("Task_ReviewHostsNotUndrained", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_NotUndrained").variables().containsEntry("undrained", false);
    }

    @Test
    void withoutALoadBalancerNothingIsDrainedOrUndrained() {
        for (String procedure : new String[] {"drain", "undrain"}) {
            ProcessInstance run = start(procedure, Map.of("loadBalancers", "site = nowhere"));

            assertThat(run).isEnded().hasPassed("EndEvent_NoLoadBalancerFound");
        }
    }

    @Test
    void withoutAHostNothingIsDrainedOrUndrained() {
        for (String procedure : new String[] {"drain", "undrain"}) {
            ProcessInstance run = start(procedure, Map.of("query", "site = nowhere"));

            assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
        }
    }

    private static ProcessInstance start(String procedure, Map<String, Object> given) {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "query",
                "tag = web",
                "loadBalancers",
                "name = lb1",
                "backend",
                "web",
                "socket",
                "/run/haproxy/admin.sock"));
        inputs.putAll(given);
        return ENGINE.start(procedure, inputs);
    }
}
