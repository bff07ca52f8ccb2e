package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.engine.RunFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An engine in memory with every shipped procedure; the test plays the runner and the people. */
public final class ProcedureEngine
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String WORKER = "test";
    private static final String REQUESTER = "operator";
    private static final long LOCK_MILLIS = 60_000;

    private final SpelledTargetSets targetSets = new SpelledTargetSets();
    private final RememberedFindings findings = new RememberedFindings();
    private final RememberedHostKeys hostKeys = new RememberedHostKeys();
    private ProcessEngine engine;

    @Override
    public void beforeAll(ExtensionContext context) {
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl("jdbc:h2:mem:" + context.getUniqueId().hashCode() + ";DB_CLOSE_DELAY=-1");
        settings.setProcessEngineName(context.getRequiredTestClass().getSimpleName());
        settings.setJobExecutorActivate(false);
        settings.setHistory("full");
        settings.setEnforceHistoryTimeToLive(true);
        settings.setEnableExceptionsAfterUnhandledBpmnError(true);
        settings.setSkipOutputMappingOnCanceledActivities(true);
        settings.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        Map<Object, Object> steps = StepDelegates.over(targetSets, findings, hostKeys);
        settings.setBeans(steps);
        settings.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(new QueuedSteps(steps.keySet()), RunFacts.listener())));
        engine = settings.buildProcessEngine();
        BpmnAwareTests.init(engine);
        deploy();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        select("web1", "web2");
        findings.forget();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> engine.getRuntimeService()
                        .deleteProcessInstance(left.getId(), "test is over", true, true, true, false));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        BpmnAwareTests.reset();
        engine.close();
    }

    /** Starts a procedure as its form would and lets it go as far as it can by itself. */
    public ProcessInstance start(String procedure, Map<String, Object> inputs) {
        Map<String, Object> variables = new HashMap<>(Map.of("query", "", "reason", "because a test asks"));
        variables.putAll(inputs);
        engine.getIdentityService().setAuthenticatedUserId(REQUESTER);
        ProcessInstance run = engine.getRuntimeService().startProcessInstanceByKey(procedure, variables);
        engine.getIdentityService().clearAuthentication();
        goOn();
        return run;
    }

    /** Starts a procedure as a calling one does, with whatever that hands over. */
    public ProcessInstance called(String procedure, Map<String, Object> handed) {
        ProcessInstance run = engine.getRuntimeService().startProcessInstanceByKey(procedure, handed);
        goOn();
        return run;
    }

    /** Lets the start timer of a procedure fire, and the run go as far as it can by itself. */
    public ProcessInstance fire(String procedure) {
        engine.getManagementService().executeJob(timer(procedure).getId());
        ProcessInstance run = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(procedure)
                .singleResult();
        goOn();
        return run;
    }

    /** Lets the timer of a diagram element fire, and the run go as far as it can by itself. */
    public void pass(String activity) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(activity)
                .singleResult();
        assertThat(timer).as("timer of " + activity).isNotNull();
        engine.getManagementService().executeJob(timer.getId());
        goOn();
    }

    /** The start timer of a procedure. */
    public Job timer(String procedure) {
        return engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(procedure)
                .timers()
                .singleResult();
    }

    /** What the query of the next runs selects. */
    public void select(String... devices) {
        targetSets.select(List.of(devices));
    }

    /** Ends the queued device step of this diagram element as the runner does when it is done. */
    public void done(String activity, Map<String, Object> variables) {
        ExternalTask step = claim(activity);
        Map<String, Object> locals = new HashMap<>(Map.of(
                "total", 1,
                "succeeded", 1,
                "failed", 0,
                "unknown", 0,
                "held", 0,
                "changed", 0,
                "allSucceeded", true,
                "succeededTargets", "web1+web2",
                "failedTargets", "",
                "failureSummary", ""));
        locals.putAll(variables);
        engine.getExternalTaskService().complete(step.getId(), WORKER, Map.of(), locals);
        goOn();
    }

    /** What a device step says that went on although one device failed. */
    public static Map<String, Object> oneFailed(String device, String reason) {
        return Map.of(
                "allSucceeded", false, "failed", 1, "failedTargets", device, "failureSummary", device + ": " + reason);
    }

    /** Ends the queued device step with an error that the diagram may catch. */
    public void failed(String activity, Problem code, Map<String, Object> variables) {
        ExternalTask step = claim(activity);
        Map<String, Object> all = new HashMap<>(Map.of(
                "failed",
                1,
                "unknown",
                0,
                "held",
                0,
                "succeeded",
                0,
                "failedTargets",
                "failed",
                "heldTargets",
                "",
                "remainingTargets",
                "",
                "failureSummary",
                "web1: broken"));
        all.putAll(variables);
        engine.getExternalTaskService().handleBpmnError(step.getId(), WORKER, code.name(), "too bad", all);
        goOn();
    }

    /** Ends the queued device step before any device was asked, as the runner does for inputs that do not fit. */
    public void refused(String activity, Problem code) {
        engine.getExternalTaskService()
                .handleBpmnError(claim(activity).getId(), WORKER, code.name(), "does not fit", Map.of());
        goOn();
    }

    /** The type of a variable of the run. */
    public String type(ProcessInstance run, String variable) {
        return engine.getRuntimeService()
                .getVariableTyped(run.getId(), variable)
                .getType()
                .getName();
    }

    /** Completes the waiting task of this diagram element with what its form posts. */
    public void decide(String activity, String decision) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .singleResult();
        assertThat(task).as("waiting task " + activity).isNotNull();
        engine.getTaskService()
                .complete(task.getId(), Map.of("decision", decision, "reason", "this is what " + decision + " is for"));
        goOn();
    }

    /** What the form of the waiting task of this diagram element can show. */
    public Map<String, Object> seen(String activity) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(activity)
                .singleResult();
        assertThat(task).as("waiting task " + activity).isNotNull();
        return engine.getTaskService().getVariables(task.getId());
    }

    /** An input of the queued device step of this diagram element, as the runner sees it. */
    public Object input(String activity, String name) {
        return engine.getRuntimeService().getVariable(step(activity).getExecutionId(), name);
    }

    /** The changed host keys of devices. */
    public RememberedHostKeys hostKeys() {
        return hostKeys;
    }

    /** What was found, in its order. */
    public List<Finding> findings() {
        return findings.reported();
    }

    public ProcessEngine engine() {
        return engine;
    }

    private ExternalTask step(String activity) {
        ExternalTask step = engine.getExternalTaskService()
                .createExternalTaskQuery()
                .activityId(activity)
                .singleResult();
        assertThat(step).as("queued step " + activity).isNotNull();
        return step;
    }

    private ExternalTask claim(String activity) {
        ExternalTask step = step(activity);
        engine.getExternalTaskService().lock(step.getId(), WORKER, LOCK_MILLIS);
        return step;
    }

    private void goOn() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            due = due();
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().messages().list();
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Path file : ShippedProcedures.files()) {
            deployment.addString(ShippedProcedures.name(file), ShippedProcedures.read(file));
        }
        deployment.deploy();
    }
}
