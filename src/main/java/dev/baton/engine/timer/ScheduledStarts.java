package dev.baton.engine.timer;

import dev.baton.engine.timer.MissedStarts.Missed;
import java.util.Date;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Starts procedures when their timers are due. The engine alone would start late what no node could start in time, and tell
 * nobody; here the diagram says what becomes of it, and it is written down.
 */
@Component
public final class ScheduledStarts extends TimerStartEventJobHandler {

    private static final int MOST_COUNTED = 10_000;

    private final MissedStarts missedStarts;
    private final TimerSettings settings;

    public ScheduledStarts(MissedStarts missedStarts, TimerSettings settings) {
        this.missedStarts = missedStarts;
        this.settings = settings;
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
        JobEntity job = context.getCurrentJob();
        Date now = ClockUtil.getCurrentTime();
        Date due = job.getDuedate();
        if (due == null
                || now.getTime() - due.getTime() < settings.missedAfter().toMillis()) {
            super.execute(configuration, execution, context, tenant);
            return;
        }
        Missed missed = missed(job, due, now, policy(job, context));
        missedStarts.note(missed);
        if (missed.policy() == MissedStartPolicy.RUN_ONCE) {
            super.execute(configuration, execution, context, tenant);
        }
    }

    private Missed missed(JobEntity job, Date first, Date now, MissedStartPolicy policy) {
        Date last = first;
        int number = 1;
        String cycle = job instanceof TimerEntity timer ? timer.getRepeat() : null;
        if (cycle != null && !ZonedCycles.isDuration(cycle)) {
            ZonedCycles cycles = new ZonedCycles(settings.timeZone());
            for (Date next = cycles.resolveDuedate(cycle, first, 0);
                    !next.after(now) && number < MOST_COUNTED;
                    next = cycles.resolveDuedate(cycle, next, 0)) {
                last = next;
                number++;
            }
        }
        return new Missed(
                job.getProcessDefinitionKey(),
                job.getActivityId(),
                first.toInstant(),
                last.toInstant(),
                number,
                policy);
    }

    private static MissedStartPolicy policy(JobEntity job, CommandContext context) {
        ActivityImpl event = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(job.getProcessDefinitionId())
                .findActivity(job.getActivityId());
        return event.getProperty(MissedStartPolicy.PROPERTY) instanceof MissedStartPolicy policy
                ? policy
                : MissedStartPolicy.RUN_ONCE;
    }
}
