package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.junit.jupiter.api.Test;

class GatedJobsTest {

    private final AcquireJobsCommandFactory jobs = mock(AcquireJobsCommandFactory.class);
    private final AtomicBoolean open = new AtomicBoolean();
    private final GatedJobs gated = new GatedJobs(jobs, open::get);

    @Test
    void noJobIsTakenWhileNothingMayBegin() {
        assertThat(gated.getCommand(8).execute(mock(CommandContext.class)).size())
                .isZero();

        verify(jobs, never()).getCommand(anyInt());
    }

    @Test
    void jobsAreTakenOnceTheyMay() {
        open.set(true);

        gated.getCommand(8);

        verify(jobs).getCommand(8);
    }

    @Test
    void theEngineTakesItsJobsThroughTheGate() {
        try (TestEngine test = new TestEngine()) {
            var engine = (ProcessEngineConfigurationImpl) test.engine.getProcessEngineConfiguration();

            assertThat(engine.getJobExecutor().getAcquireJobsCmdFactory()).isInstanceOf(GatedJobs.class);
        }
    }
}
