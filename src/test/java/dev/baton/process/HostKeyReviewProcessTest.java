package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostKeyReviewProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void keyPinned() {
        ENGINE.hostKeys().decide(true);
        ProcessInstance run = review("web1");

        assertThat(ENGINE.seen("Task_ReviewHostKey"))
                .containsEntry("expectedKey", "SHA256:old")
                .containsEntry("offeredKey", "SHA256:new")
                .containsEntry("trustedBy", "host-key")
                .containsEntry("metBy", "RUN-000007");
        ENGINE.decide("Task_ReviewHostKey", "approve");

        assertThat(run).isEnded().hasPassed("EndEvent_KeyPinned");
    }

    @Test
    void keyRefused() {
        ENGINE.hostKeys().decide(false);
        ProcessInstance run = review("web1");

        ENGINE.decide("Task_ReviewHostKey", "reject");

        assertThat(run).isEnded().hasPassed("EndEvent_KeyRefused");
    }

    @Test
    void reviewOutdatedWhenTheDeviceWasTrustedAgain() {
        ENGINE.hostKeys().end();
        ProcessInstance run = review("web1");

        ENGINE.decide("Task_ReviewHostKey", "approve");

        assertThat(run).isEnded().hasPassed("EndEvent_ReviewOutdated");
    }

    @Test
    void nothingToReview() {
        ProcessInstance run = review("web2");

        assertThat(run).isEnded().hasPassed("EndEvent_NothingToReview");
    }

    private static ProcessInstance review(String device) {
        return ENGINE.start("host-key-review", Map.of("query", device));
    }
}
