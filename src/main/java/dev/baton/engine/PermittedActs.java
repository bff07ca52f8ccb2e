package dev.baton.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;

/**
 * Runs engine calls that a rule of Baton's own has allowed: the engine's permissions are not asked again, and the operation
 * log still names the person who is signed in.
 */
@Service
public final class PermittedActs {

    private final ProcessEngineConfigurationImpl engine;

    public PermittedActs(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Runs the calls in one transaction of the engine. */
    public <T> T run(Callable<T> acts) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(acts));
    }
}
