package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
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
