package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.application.RunningApplication;
import dev.baton.engine.expression.GuardedExpressions;
import dev.baton.engine.task.GuardedForms;
import dev.baton.engine.task.GuardedTasks;
import javax.script.ScriptEngineManager;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The engine of the running application has every setting that must differ from Camunda's defaults. */
@RunningApplication
class ApplicationEngineIT {

    @Autowired
    private ProcessEngine processEngine;

    @Autowired
    private DataSource database;

    @Autowired
    private ManagementServerProperties management;

    private ProcessEngineConfigurationImpl engine;

    @BeforeEach
    void findSettings() {
        engine = (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
    }

    @Test
    void nothingIsRunThatADiagramOrAQueryBrings() {
        assertThat(engine.getExpressionManager()).isInstanceOf(GuardedExpressions.class);
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
        // JUEL stands behind the guard; FEEL is what decision tables are written in, and calls nothing.
        assertThat(new ScriptEngineManager().getEngineFactories())
                .allSatisfy(factory -> assertThat(factory.getClass().getName()).startsWith("org.camunda."));
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isCmmnEnabled()).isFalse();
    }

    @Test
    void peopleAreAskedForTheirPermissions() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.getTaskService()).isInstanceOf(GuardedTasks.class);
        assertThat(engine.getFormService()).isInstanceOf(GuardedForms.class);
        assertThat(engine.getDefaultUserPermissionForTask()).isEqualTo(TaskPermissions.UPDATE);
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2_000);
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        assertThat(engine.getPasswordPolicy().getRules()).hasOnlyElementsOfType(PasswordRule.class);
        assertThat(engine.getLoginMaxAttempts()).isEqualTo(Integer.MAX_VALUE);
        assertThat(engine.getLoginDelayBase()).isZero();
    }

    @Test
    void whoWatchesTheProcessDoesSoOnThisMachine() {
        assertThat(management.getAddress().isLoopbackAddress()).isTrue();
        assertThat(management.getPort()).isNotNull();
    }

    @Test
    void nothingThatHappensIsLost() {
        assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_FULL);
        assertThat(engine.isRestrictUserOperationLogToAuthenticatedUsers()).isFalse();
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(processEngine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.isSkipOutputMappingOnCanceledActivities()).isTrue();
    }

    @Test
    void jobsAreSharedByNodesAndTriedAgainAfterAPause() {
        JobExecutor jobs = engine.getJobExecutor();

        assertThat(engine.isJobExecutorDeploymentAware()).isFalse();
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("R3/PT1M");
        assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(jobs.getMaxJobsPerAcquisition()).isEqualTo(8);
        assertThat(jobs.getWaitTimeInMillis()).isEqualTo(1_000);
        assertThat(jobs.getMaxWait()).isEqualTo(5_000);
        assertThat(jobs.getBackoffTimeInMillis()).isEqualTo(50);
        assertThat(jobs.getMaxBackoff()).isEqualTo(1_000);
    }

    @Test
    void everyJobThreadFindsAConnection() {
        ThreadPoolTaskExecutor pool =
                (ThreadPoolTaskExecutor) ((SpringJobExecutor) engine.getJobExecutor()).getTaskExecutor();

        assertThat(pool.getMaxPoolSize()).isLessThan(((HikariDataSource) database).getMaximumPoolSize());
    }
}
