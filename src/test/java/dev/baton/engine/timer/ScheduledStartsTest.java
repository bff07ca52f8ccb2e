package dev.baton.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import dev.baton.engine.timer.MissedStarts.Missed;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledStartsTest {

    private final TestEngine test = new TestEngine();

    @BeforeEach
    void stopTheClock() {
        now("2026-11-24T06:00:00Z");
    }

    @AfterEach
    void letTheClockGo() {
        ClockUtil.reset();
        test.close();
    }

    @Test
    void aStartInTimeIsNotMissed() {
        deploy("run-once");

        fire("2026-11-24T17:05:00Z");

        assertThat(started()).isEqualTo(1);
        assertThat(test.missedStarts).isEmpty();
    }

    @Test
    void manyMissedStartsAreMadeUpForOnce() {
        deploy("run-once");

        fire("2026-11-27T06:00:00Z");

        assertThat(started()).isEqualTo(1);
        assertThat(test.missedStarts)
                .containsExactly(new Missed(
                        "test",
                        "StartEvent_Nightly",
                        Instant.parse("2026-11-24T17:00:00Z"),
                        Instant.parse("2026-11-26T17:00:00Z"),
                        3,
                        MissedStartPolicy.RUN_ONCE));
        assertThat(timer().getDuedate()).isEqualTo(Date.from(Instant.parse("2026-11-27T17:00:00Z")));
    }

    @Test
    void whatADiagramSaysNothingOfIsMadeUpFor() {
        deploy(null);

        fire("2026-11-25T06:00:00Z");

        assertThat(started()).isEqualTo(1);
        assertThat(test.missedStarts).hasSize(1);
    }

    @Test
    void missedStartsAreLeftOutOrAskedFor() {
        deploy("skip");
        fire("2026-11-25T06:00:00Z");
        deploy("ask");
        now("2026-11-25T06:00:00Z");
        fire("2026-11-26T06:00:00Z");

        assertThat(started()).isZero();
        assertThat(test.missedStarts)
                .extracting(Missed::policy)
                .containsExactly(MissedStartPolicy.SKIP, MissedStartPolicy.ASK);
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> deploy("perhaps"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("StartEvent_Nightly")
                .hasMessageContaining("run-once, skip, ask")
                .hasMessageContaining("perhaps");
    }

    private void deploy(String policy) {
        String extension = policy == null
                ? ""
                : "<bpmn:extensionElements><camunda:properties><camunda:property name=\"missedStarts\" value=\""
                        + policy + "\" /></camunda:properties></bpmn:extensionElements>";
        test.deploy("""
                <bpmn:startEvent id="StartEvent_Nightly">%s
                  <bpmn:timerEventDefinition>
                    <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">0 0 2 * * ?</bpmn:timeCycle>
                  </bpmn:timerEventDefinition>
                </bpmn:startEvent>
                <bpmn:endEvent id="EndEvent_Done" />
                <bpmn:sequenceFlow id="SequenceFlow_Due" sourceRef="StartEvent_Nightly" targetRef="EndEvent_Done" />
                """.formatted(extension));
    }

    private void fire(String at) {
        now(at);
        test.engine.getManagementService().executeJob(timer().getId());
    }

    private Job timer() {
        return test.engine.getManagementService().createJobQuery().timers().singleResult();
    }

    private long started() {
        return test.engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .count();
    }

    private static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }
}
