package dev.baton.engine;

import dev.baton.engine.expression.Delegates;
import dev.baton.engine.expression.GuardedExpressions;
import dev.baton.engine.task.GuardedForms;
import dev.baton.engine.task.GuardedTasks;
import dev.baton.engine.task.TaskRules;
import dev.baton.engine.timer.MissedStartRule;
import dev.baton.engine.timer.ScheduledStarts;
import dev.baton.engine.timer.TimerSettings;
import dev.baton.engine.timer.ZonedCycles;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/** Every setting of the engine that differs from its default and can be given only in code. */
@Component
final class EngineSettings extends AbstractProcessEnginePlugin {

    /** Two later attempts, far enough apart for a restarted database or mail server to be back. */
    static final String RETRY_CYCLE = "R3/PT1M";

    /** Letters, digits and what mail addresses and team names are made of. */
    private static final String NAME_PATTERN = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,62}";

    private final Delegates delegates;
    private final RunStarts runStarts;
    private final TaskRules taskRules;
    private final TimerSettings timers;
    private final ScheduledStarts starts;
    private final WorkGate gate;

    EngineSettings(
            Delegates delegates,
            RunStarts runStarts,
            TaskRules taskRules,
            TimerSettings timers,
            ScheduledStarts starts,
            WorkGate gate) {
        this.starts = starts;
        this.delegates = delegates;
        this.runStarts = runStarts;
        this.taskRules = taskRules;
        this.timers = timers;
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        expressions(engine);
        listeners(engine);
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new NoShortcuts()));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new NoShortcuts()));
        engine.setCustomJobHandlers(List.of(starts)); // in place of the engine's own for its type
        limits(engine);
        people(engine);
    }

    /** Only now there are the engine's own calendars and job executor. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor jobs = engine.getJobExecutor();
        jobs.setAcquireJobsCmdFactory(new GatedJobs(new DefaultAcquireJobsCommandFactory(jobs), gate));
        ((MapBusinessCalendarManager) engine.getBusinessCalendarManager())
                .addBusinessCalendar(CycleBusinessCalendar.NAME, new ZonedCycles(timers.timeZone()));
    }

    private void expressions(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(delegates));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableXxeProcessing(false);
    }

    private void listeners(ProcessEngineConfigurationImpl engine) {
        engine.setBpmnParseFactory(parser -> new ScreenedParse(parser, delegates));
        List<BpmnParseListener> before = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            before.addAll(engine.getCustomPreBPMNParseListeners());
        }
        before.add(new DelegateQueueing(delegates));
        before.add(runStarts);
        before.add(taskRules);
        before.add(new MissedStartRule());
        engine.setCustomPreBPMNParseListeners(before);
    }

    private static void limits(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setSkipOutputMappingOnCanceledActivities(true);
        // Tasklist itself asks for 2,000 filters.
        engine.setQueryMaxResultsLimit(2_000);
        engine.setFailedJobRetryTimeCycle(RETRY_CYCLE);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setEnableReducedJobExceptionLogging(true);
        engine.setCmmnEnabled(false);
    }

    private void people(ProcessEngineConfigurationImpl engine) {
        // To claim is to be able to release and to hand over; what may change of a task is for GuardedTasks to say.
        engine.setDefaultUserPermissionForTask(TaskPermissions.UPDATE);
        engine.setTaskService(new GuardedTasks(taskRules));
        engine.setFormService(new GuardedForms(taskRules));
        engine.setResourceAuthorizationProvider(new OwnAuthorizations());
        // The sign-in has its own throttle; the engine's would lock an account for whoever guesses at it.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(() -> List.of(new PasswordRule()));
        engine.setPasswordEncryptor(new BcryptPasswords());
        engine.setUserResourceWhitelistPattern(NAME_PATTERN);
        engine.setGroupResourceWhitelistPattern(NAME_PATTERN);
        // What is done without a person is logged too, so that it can be found.
        engine.setRestrictUserOperationLogToAuthenticatedUsers(false);
    }
}
