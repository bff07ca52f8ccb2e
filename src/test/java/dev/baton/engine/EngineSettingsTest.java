package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {

    private final TestEngine test = new TestEngine();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aPasswordIsStoredAsBcryptAndChecked() {
        User user = test.engine.getIdentityService().newUser("a.b@example.org");
        user.setPassword("correct horse battery staple ".repeat(4));
        test.engine.getIdentityService().saveUser(user);

        assertThat(((UserEntity) test.engine
                                .getIdentityService()
                                .createUserQuery()
                                .singleResult())
                        .getPassword())
                .startsWith("{BCRYPT}$2a$10$");
        assertThat(test.engine
                        .getIdentityService()
                        .checkPassword("a.b@example.org", "correct horse battery staple ".repeat(4)))
                .isTrue();
        assertThat(test.engine
                        .getIdentityService()
                        .checkPassword("a.b@example.org", "correct horse battery staple ".repeat(3)))
                .isFalse();
    }

    @Test
    void aTimerIsDueInTheZoneOfTheSettingsAtFirstAndAgain() {
        test.deploy("""
                <bpmn:startEvent id='start'>
                  <bpmn:timerEventDefinition>
                    <bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>0 0 2 * * ?</bpmn:timeCycle>
                  </bpmn:timerEventDefinition>
                </bpmn:startEvent>
                <bpmn:sequenceFlow id='flow' sourceRef='start' targetRef='end'/>
                <bpmn:endEvent id='end'/>
                """);

        Job first = test.engine.getManagementService().createJobQuery().singleResult();
        test.engine.getManagementService().executeJob(first.getId());
        Job second = test.engine.getManagementService().createJobQuery().singleResult();

        assertThat(List.of(first, second))
                .extracting(job -> job.getDuedate()
                        .toInstant()
                        .atZone(ZoneId.of("Asia/Tokyo"))
                        .toLocalTime())
                .containsOnly(LocalTime.of(2, 0));
        assertThat(second.getId()).isNotEqualTo(first.getId());
    }

    @Test
    void aShortPasswordIsRefusedHoweverItComes() {
        User user = test.engine.getIdentityService().newUser("ada");
        user.setPassword("eleven-chrs");

        assertThatThrownBy(() -> test.engine.getIdentityService().saveUser(user))
                .hasMessageContaining("Password");
        user.setPassword("twelve-chars");
        test.engine.getIdentityService().saveUser(user);
        assertThat(test.engine.getIdentityService().createUserQuery().count()).isEqualTo(1);
    }

    @Test
    void anUncaughtBpmnErrorOfAJobBecomesAnIncident() {
        test.deploy(TestEngine.around(
                "<bpmn:serviceTask id='it' camunda:asyncBefore='true' camunda:delegateExpression='${fail}'/>"));
        String run = test.engine
                .getRuntimeService()
                .startProcessInstanceByKey("test")
                .getId();
        var jobs = test.engine.getManagementService();
        String job = jobs.createJobQuery().singleResult().getId();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> jobs.executeJob(job)).hasMessageContaining("TIMEOUT");
        }

        assertThat(test.engine.getRuntimeService().createIncidentQuery().singleResult())
                .satisfies(incident -> {
                    assertThat(incident.getProcessInstanceId()).isEqualTo(run);
                    assertThat(incident.getActivityId()).isEqualTo("it");
                    assertThat(incident.getIncidentType()).isEqualTo("failedJob");
                });
    }

    @Test
    void anUncaughtBpmnErrorIsNotACompletedRun() {
        test.deploy(TestEngine.around("<bpmn:serviceTask id='it' camunda:delegateExpression='${touch}'/>"));
        test.engine.getRuntimeService().startProcessInstanceByKey("test");
        var queue = test.engine.getExternalTaskService();
        String task = queue.fetchAndLock(1, "runner")
                .topic("touch", 10_000)
                .execute()
                .get(0)
                .getId();

        assertThatThrownBy(() -> queue.handleBpmnError(task, "runner", "UNREACHABLE"))
                .hasMessageContaining("UNREACHABLE");
        assertThat(test.engine.getRuntimeService().createProcessInstanceQuery().list())
                .hasSize(1);
    }
}
