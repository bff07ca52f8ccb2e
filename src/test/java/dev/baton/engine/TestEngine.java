package dev.baton.engine;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.engine.task.DecisionRecords;
import dev.baton.engine.task.TaskRules;
import dev.baton.engine.timer.MissedStarts.Missed;
import dev.baton.engine.timer.ScheduledStarts;
import dev.baton.engine.timer.TimerSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An engine with Baton's settings, without Spring and without Baton's tables. */
public final class TestEngine implements AutoCloseable {

    public final ProcessEngine engine;
    public final Recorded recorded = new Recorded();
    public final List<Missed> missedStarts = new ArrayList<>();

    public TestEngine() {
        this(null);
    }

    /** An engine that writes decisions there instead of remembering them. */
    public TestEngine(@Nullable DecisionRecords decisions) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("touch", new Touch());
        beans.addBean("note", new Note());
        beans.addBean("fail", new Fail());
        beans.addBean("secretKeeper", new StringBuilder("do not read me"));
        TimerSettings timers = new TimerSettings(ZoneId.of("Asia/Tokyo"), Duration.ofMinutes(10));
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("test-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        configuration.setDatabaseSchemaUpdate("create");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setHistory("full");
        configuration
                .getProcessEnginePlugins()
                .addAll(List.of(
                        new SpinProcessEnginePlugin(),
                        new EngineSettings(
                                new DelegateBeans(beans),
                                new RunStarts(recorded, TestEngine::complaint),
                                new TaskRules(decisions == null ? recorded : decisions),
                                timers,
                                new ScheduledStarts(missedStarts::add, timers),
                                () -> true)));
        engine = configuration.buildProcessEngine();
    }

    /** Of all queries, only those that name the site {@code nowhere} select nothing, and those {@code untouchable} can be touched by nothing. */
    private static Optional<String> complaint(String query, Set<String> delegates) {
        if (query.contains("untouchable") && delegates.contains("touch")) {
            return Optional.of("nothing can be touched there");
        }
        return query.contains("nowhere") ? Optional.of("no device matches \"" + query + "\"") : Optional.empty();
    }

    public void deploy(String body) {
        deploy(body, Map.of());
    }

    /** Deploys a process "test" with these elements, and forms by file name. */
    public void deploy(String body, Map<String, String> forms) {
        var deployment = engine.getRepositoryService().createDeployment().addString("test.bpmn", diagram(body));
        forms.forEach(deployment::addString);
        deployment.deploy();
    }

    public static String diagram(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="test">
                  <bpmn:process id="test" isExecutable="true" camunda:historyTimeToLive="P1D">
                %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(body);
    }

    /** Start, one element, end. */
    public static String around(String element) {
        return """
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="it"/>
                %s
                <bpmn:sequenceFlow id="b" sourceRef="it" targetRef="end"/><bpmn:endEvent id="end"/>
                """.formatted(element);
    }

    /** Removes what a test left, since a new engine takes a second. */
    public void clear() {
        IdentityService people = engine.getIdentityService();
        people.clearAuthentication();
        people.createUserQuery().list().forEach(user -> people.deleteUser(user.getId()));
        people.createGroupQuery().list().forEach(group -> people.deleteGroup(group.getId()));
        RepositoryService repository = engine.getRepositoryService();
        repository.createDeploymentQuery().list().forEach(old -> repository.deleteDeployment(old.getId(), true));
        recorded.clear();
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Remembers what would be in Baton's tables. */
    public static final class Recorded implements RunRecords, DecisionRecords {

        public final List<Begun> runs = new ArrayList<>();
        public final List<Decision> decisions = new ArrayList<>();
        public final List<Decision> refusals = new ArrayList<>();
        private final Map<String, String> requesters = new HashMap<>();

        void clear() {
            runs.clear();
            decisions.clear();
            refusals.clear();
            requesters.clear();
        }

        @Override
        public String nextReference() {
            return "RUN-%06d".formatted(runs.size() + 1);
        }

        @Override
        public void begin(Begun run) {
            runs.add(run);
            requesters.put(run.processInstance(), run.requester());
        }

        @Override
        public void decided(Decision decision) {
            decisions.add(decision);
        }

        @Override
        public void refused(Decision decision) {
            refusals.add(decision);
        }

        @Override
        public String requester(String rootProcessInstance) {
            return requesters.getOrDefault(rootProcessInstance, "");
        }
    }

    record NoInputs() {}

    @Delegate(name = "Touch device", description = "Does nothing.", effect = Effect.READ, inputs = NoInputs.class)
    static final class Touch implements DeviceDelegate<NoInputs> {

        @Override
        public List<Command> render(Device device, Dialect dialect, NoInputs inputs) {
            return List.of();
        }

        @Override
        public Result interpret(Session session, NoInputs inputs, List<Answer> answers) {
            throw new UnsupportedOperationException("the engine never calls a device delegate");
        }
    }

    @Delegate(name = "Fail", description = "Raises an error that no diagram catches.", inputs = NoInputs.class)
    static final class Fail implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            throw new BpmnError("TIMEOUT");
        }
    }

    @Delegate(name = "Note", description = "Sets a variable.", inputs = NoInputs.class)
    static final class Note implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("noted", true);
        }
    }
}
