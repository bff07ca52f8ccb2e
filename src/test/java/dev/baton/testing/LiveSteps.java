package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.ActionProblem;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.SourceFiles;
import dev.baton.action.TargetSets;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.InventoryDevice;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Plays the runner for a {@link ProcedureEngine}: the queued steps of one run act on real devices, one after the other, and leave
 * each other their facts.
 */
public final class LiveSteps implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SpelledTargetSets sets = new SpelledTargetSets();
    private final RememberedObservations observations = new RememberedObservations();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, DelegateSession> sessions = new HashMap<>();
    private final Map<String, Map<String, Object>> skipped;

    /**
     * @param skipped the steps that are done without a look at a device, and what they say
     * @param ports more of what delegates need
     */
    public LiveSteps(
            List<InventoryDevice> devices,
            Function<InventoryDevice, DeviceLink> links,
            SourceFiles sources,
            Map<String, Map<String, Object>> skipped,
            Object... ports) {
        this.skipped = Map.copyOf(skipped);
        devices.forEach(
                device -> sessions.put(device.device().name(), new DelegateSession(device, () -> links.apply(device))));
        context.registerBean(TargetSets.class, () -> sets);
        context.registerBean(SourceFiles.class, () -> sources);
        context.registerBean(Findings.class, RememberedFindings::new);
        context.registerBean(Observations.class, () -> observations);
        context.registerBean(Decisions.class, ShippedDecisions::new);
        context.scan(
                "dev.baton.delegates.traffic",
                "dev.baton.delegates.routing",
                "dev.baton.delegates.release",
                "dev.baton.delegates.config",
                "dev.baton.delegates.hardware",
                "dev.baton.delegates.http",
                "dev.baton.delegates.patch",
                "dev.baton.delegates.reboot",
                "dev.baton.delegates.health");
        for (Object port : ports) {
            context.getBeanFactory().registerSingleton(port.getClass().getName(), port);
        }
        if (ports.length > 0) {
            context.scan("dev.baton.delegates.certificate");
        }
        context.refresh();
    }

    /** What the actions have seen, and what a test lets earlier ones have seen. */
    public RememberedObservations observations() {
        return observations;
    }

    /** What the actions found and no later one resolved. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Performs what is queued until nothing is. */
    public void work(ProcedureEngine engine) {
        List<ExternalTask> open = queued(engine);
        while (!open.isEmpty()) {
            perform(engine, open.get(0));
            open = queued(engine);
        }
    }

    private static List<ExternalTask> queued(ProcedureEngine engine) {
        return engine.engine()
                .getExternalTaskService()
                .createExternalTaskQuery()
                .list();
    }

    private void perform(ProcedureEngine engine, ExternalTask step) {
        if (skipped.containsKey(step.getActivityId())) {
            engine.done(step.getActivityId(), skipped.get(step.getActivityId()));
            return;
        }
        Map<String, Object> given = engine.engine().getRuntimeService().getVariablesLocal(step.getExecutionId());
        DeviceDelegate<?> delegate = context.getBean(step.getTopicName(), DeviceDelegate.class);
        Map<String, Result> results = new LinkedHashMap<>();
        Map<String, ActionProblem> problems = new LinkedHashMap<>();
        for (String device : sets.get((String) given.get("targets")).devices()) {
            act(device, delegate, inputs(delegate, given), results, problems);
        }
        String failures = problems.values().stream().map(ActionProblem::reason).collect(Collectors.joining("\n"));
        if (problems.isEmpty() || "100%".equals(given.get("maxFailures"))) {
            Map<String, Object> locals = new HashMap<>(delegate.summarise(results));
            locals.putAll(Map.of(
                    "succeeded", results.size(),
                    "failed", problems.size(),
                    "allSucceeded", problems.isEmpty(),
                    "failureSummary", failures));
            engine.done(step.getActivityId(), locals);
        } else {
            Problem code = problems.values().iterator().next().problem();
            engine.failed(
                    step.getActivityId(),
                    code,
                    Map.of("failureSummary", failures, "failedTargets", String.join("+", problems.keySet())));
        }
    }

    private void act(
            String device,
            DeviceDelegate<?> delegate,
            Map<String, Object> inputs,
            Map<String, Result> results,
            Map<String, ActionProblem> problems) {
        DelegateSession session = sessions.get(device);
        assertThat(session).as("device " + device).isNotNull();
        try {
            Result result = session.perform(delegate, inputs);
            result.facts().forEach((name, value) -> session.note(name, String.valueOf(value)));
            result.observations().forEach(seen -> observations.keep(device, seen, Instant.now()));
            findings.removeIf(finding ->
                    finding.device().equals(device) && result.checkedKinds().contains(finding.kind()));
            findings.addAll(result.findings());
            results.put(device, result);
        } catch (ActionProblem problem) {
            problems.put(device, problem);
        }
    }

    private static Map<String, Object> inputs(DeviceDelegate<?> delegate, Map<String, Object> given) {
        Class<?> type = delegate.getClass().getAnnotation(Delegate.class).inputs();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> given.get(name) != null)
                .collect(Collectors.toMap(Function.identity(), name -> plain(given.get(name))));
    }

    private static Object plain(Object value) {
        try {
            return value instanceof SpinJsonNode json ? JSON.readValue(json.toString(), Object.class) : value;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sessions.values().forEach(DelegateSession::close);
        context.close();
    }
}
