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

/** Making traffic leave a router, and letting it come back. */
class RouterDrainProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void drained() {
        ProcessInstance run = start("drain-router", Map.of());

        Assertions.assertThat(ENGINE.input("Task_ApplyGracefulShutdown", "targets"))
                .isEqualTo("edge1");
        Assertions.assertThat(ENGINE.input("Task_ApplyGracefulShutdown", "lines"))
                .isEqualTo("router bgp {{asn}}\n bgp graceful-shutdown");
        Assertions.assertThat(ENGINE.input("Task_ApplyGracefulShutdown", "values"))
                .isEqualTo("asn=64511");
        ENGINE.done("Task_ApplyGracefulShutdown", Map.of());
        Assertions.assertThat(ENGINE.input("Task_CheckPeers", "targets")).isEqualTo("core1");
        ENGINE.done("Task_CheckPeers", Map.of());

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_DrainProved", "EndEvent_Drained")
                .variables()
                .containsEntry("drained", true);
    }

    @Test
    void notDrainedWhenAPeerDoesNotFollowAndAnOperatorStops() {
        ProcessInstance run = start("drain-router", Map.of());

        ENGINE.done("Task_ApplyGracefulShutdown", Map.of());
        ENGINE.failed("Task_CheckPeers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewRouterNotDrained", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_NotDrained").variables().containsEntry("drained", false);
    }

    @Test
    void undrainedAtTheSecondTry() {
        ProcessInstance run = start("undrain-router", Map.of());

        ENGINE.failed("Task_EndGracefulShutdown", Problem.UNREACHABLE, Map.of());
        ENGINE.decide("Task_ReviewRouterNotUndrained", "retry");
        Assertions.assertThat(ENGINE.input("Task_EndGracefulShutdown", "lines"))
                .isEqualTo("router bgp {{asn}}\n no bgp graceful-shutdown");
        ENGINE.done("Task_EndGracefulShutdown", Map.of());
        Assertions.assertThat(ENGINE.input("Task_CheckPeers", "use")).isEqualTo("CARRIED");
        ENGINE.done("Task_CheckPeers", Map.of());

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_UndrainProved", "EndEvent_Undrained")
                .variables()
                .containsEntry("undrained", true);
    }

    @Test
    void notUndrainedWhenAnOperatorStops() {
        ProcessInstance run = start("undrain-router", Map.of());

        ENGINE.failed("Task_EndGracefulShutdown", Problem.COMMAND_REJECTED, Map.of());
        ENGINE.decide("Task_ReviewRouterNotUndrained", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_NotUndrained");
    }

    @Test
    void withoutARouterOrAPeerNothingIsChanged() {
        for (String procedure : new String[] {"drain-router", "undrain-router"}) {
            assertThat(start(procedure, Map.of("query", "site = nowhere")))
                    .isEnded()
                    .hasPassed("EndEvent_NoTargetFound");
            assertThat(start(procedure, Map.of("peers", "site = nowhere")))
                    .isEnded()
                    .hasPassed("EndEvent_NoPeerFound");
        }
    }

    private static ProcessInstance start(String procedure, Map<String, Object> given) {
        Map<String, Object> inputs = new HashMap<>(
                Map.of("query", "name = edge1", "peers", "name = core1", "neighbor", "192.0.2.1", "asn", "64511"));
        inputs.putAll(given);
        return ENGINE.start(procedure, inputs);
    }
}
