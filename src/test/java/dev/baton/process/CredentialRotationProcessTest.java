package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** New passwords and keys, one host after the other. */
class CredentialRotationProcessTest {

    private static final String ROTATE = "Task_RotateCredential";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void credentialsRotated() {
        ProcessInstance run = approved();

        Assertions.assertThat(ENGINE.input(ROTATE, "targets")).isEqualTo("web1");
        Assertions.assertThat(ENGINE.input(ROTATE, "length")).hasToString("24");
        Assertions.assertThat(ENGINE.input(ROTATE, "keyFile")).isEqualTo(".ssh/authorized_keys");
        ENGINE.done(ROTATE, Map.of());
        Assertions.assertThat(ENGINE.input(ROTATE, "targets")).isEqualTo("web2");
        ENGINE.done(ROTATE, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Rotated");
    }

    @Test
    void noTargetFound() {
        assertThat(start(Map.of("query", "site = nowhere"))).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void rotationRefused() {
        for (String decision : List.of("reject", "changes")) {
            ProcessInstance run = start(Map.of());

            ENGINE.decide("Task_ApproveRotation", decision);

            assertThat(run).isEnded().hasPassed("EndEvent_RotationRefused").hasNotPassed("Task_TakeNextHost");
        }
    }

    @Test
    void rotationStoppedAtTheFirstUnknownOutcome() {
        ProcessInstance run = approved();

        ENGINE.failed(ROTATE, Problem.OUTCOME_UNKNOWN, Map.of("failureTable", "[]"));
        Assertions.assertThat(ENGINE.seen("Task_ReviewRotation"))
                .containsEntry("failureTable", "[]")
                .containsEntry("laterCount", 1);
        ENGINE.decide("Task_ReviewRotation", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_RotationStopped");
    }

    @Test
    void partlyRotatedWhenAnOperatorLeavesAHostOut() {
        ProcessInstance run = approved();

        ENGINE.failed(ROTATE, Problem.AUTH_FAILED, Map.of());
        ENGINE.decide("Task_ReviewRotation", "continue");
        Assertions.assertThat(ENGINE.input(ROTATE, "targets")).isEqualTo("web2");
        ENGINE.done(ROTATE, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyRotated");
    }

    @Test
    void aHostThatIsTriedAgainIsTheSameOne() {
        ProcessInstance run = approved();

        ENGINE.refused(ROTATE, Problem.UNSUPPORTED);
        ENGINE.decide("Task_ReviewRotation", "retry");
        Assertions.assertThat(ENGINE.input(ROTATE, "targets")).isEqualTo("web1");
        ENGINE.done(ROTATE, Map.of());
        ENGINE.done(ROTATE, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Rotated");
    }

    private static ProcessInstance approved() {
        ProcessInstance run = start(Map.of());
        ENGINE.decide("Task_ApproveRotation", "approve");
        return run;
    }

    private static ProcessInstance start(Map<String, Object> given) {
        Map<String, Object> inputs =
                new HashMap<>(Map.of("query", "tag = web", "length", 24, "keyFile", ".ssh/authorized_keys"));
        inputs.putAll(given);
        return ENGINE.start("credential-rotation", inputs);
    }
}
