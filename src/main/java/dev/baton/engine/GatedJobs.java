package dev.baton.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;

/** Takes no jobs, timers among them, while this node may begin nothing. */
final class GatedJobs implements AcquireJobsCommandFactory {

    private final AcquireJobsCommandFactory jobs;
    private final WorkGate gate;

    GatedJobs(AcquireJobsCommandFactory jobs, WorkGate gate) {
        this.jobs = jobs;
        this.gate = gate;
    }

    @Override
    public Command<AcquiredJobs> getCommand(int most) {
        return gate.open() ? jobs.getCommand(most) : context -> new AcquiredJobs(0);
    }
}
