package dev.baton.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.DeviceDelegate;
import dev.baton.engine.StepDrawing;
import dev.baton.engine.StepSignal;
import dev.baton.runner.cluster.NodeRegistry;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims queued device steps for this node and has them run. */
@Component
class StepFetcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepFetcher.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUN = "run";

    private final ExternalTaskService tasks;
    private final HistoryService history;
    private final Map<String, DeviceDelegate<?>> delegates;
    private final StepWorkers workers;
    private final StepEnd stepEnd;
    private final Node node;
    private final NodeRegistry nodes;
    private final RunnerSettings settings;
    private volatile boolean fetching;
    private volatile @Nullable StepSignal signal;
    private @Nullable Thread fetcher;

    StepFetcher(
            ExternalTaskService tasks,
            HistoryService history,
            Map<String, DeviceDelegate<?>> delegates,
            StepWorkers workers,
            StepEnd stepEnd,
            Node node,
            NodeRegistry nodes,
            RunnerSettings settings) {
        this.tasks = tasks;
        this.history = history;
        this.delegates = delegates;
        this.workers = workers;
        this.stepEnd = stepEnd;
        this.node = node;
        this.nodes = nodes;
        this.settings = settings;
    }

    private void fetchUntilStopped() {
        try (StepSignal queued = new StepSignal()) {
            signal = queued;
            while (fetching) {
                boolean mayBegin = nodes.open();
                if (!mayBegin) {
                    workers.beginNothingMore();
                }
                int free = mayBegin ? workers.free() : 0;
                if (free <= 0 || !fetch(free)) {
                    queued.await(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The runner stops");
        }
    }

    /** Survives everything: a node that no longer fetches looks healthy and does nothing. */
    private boolean fetch(int most) {
        try {
            List<LockedExternalTask> fetched = locked(most);
            if (fetched.isEmpty()) {
                return false;
            }
            Map<String, String> roots = roots(fetched);
            fetched.forEach(task -> begin(task, roots.get(task.getProcessInstanceId())));
            return true;
        } catch (RuntimeException | Error e) {
            LOG.warn("No steps could be fetched: {}", e.toString());
            return false;
        }
    }

    private List<LockedExternalTask> locked(int most) {
        var query = tasks.fetchAndLock(most, node.id());
        for (Map.Entry<String, DeviceDelegate<?>> delegate : delegates.entrySet()) {
            ExternalTaskQueryTopicBuilder topic =
                    query.topic(delegate.getKey(), settings.lock().toMillis());
            query = topic.variables(names(delegate.getValue()).toArray(String[]::new))
                    .includeExtensionProperties();
        }
        return query.execute();
    }

    private static Set<String> names(DeviceDelegate<?> delegate) {
        Set<String> names = new LinkedHashSet<>(Set.of(RUN));
        for (Class<?> type : List.of(FanOut.class, StepRun.description(delegate).inputs())) {
            for (var component : type.getRecordComponents()) {
                names.add(component.getName());
            }
        }
        return names;
    }

    /** The root process instance of each process instance that these tasks belong to, in one query. */
    private Map<String, String> roots(List<LockedExternalTask> fetched) {
        Set<String> instances =
                fetched.stream().map(LockedExternalTask::getProcessInstanceId).collect(Collectors.toSet());
        return history.createHistoricProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(
                        HistoricProcessInstance::getId, HistoricProcessInstance::getRootProcessInstanceId));
    }

    /** One step that cannot be begun is an incident of its own and does not keep the others. */
    private void begin(LockedExternalTask task, @Nullable String root) {
        try {
            workers.begin(step(task, root));
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                LOG.warn("{} of {} waits for the database", task.getActivityId(), task.getProcessInstanceId());
                return;
            }
            LOG.error("{} of {} cannot be begun", task.getActivityId(), task.getProcessInstanceId(), e);
            try {
                stepEnd.broken(task.getId(), task.getRetries(), e.toString(), "");
            } catch (RuntimeException again) {
                LOG.error("{} of {} waits for its lock to expire", task.getActivityId(), task.getId(), again);
            }
        }
    }

    private QueuedStep step(LockedExternalTask task, @Nullable String root) {
        if (root == null) {
            throw new IllegalStateException(
                    "the history does not know the process instance " + task.getProcessInstanceId());
        }
        Map<String, Object> variables = variables(task);
        return new QueuedStep(
                task.getId(),
                task.getTopicName(),
                String.valueOf(variables.getOrDefault(RUN, root)),
                root,
                task.getProcessInstanceId(),
                task.getActivityId(),
                task.getActivityInstanceId(),
                task.getRetries(),
                variables,
                StepDrawing.results(task.getExtensionProperties()));
    }

    /** What the step was given; a list that an earlier step offered travels as JSON, and an input takes it as the list that it was. */
    static Map<String, Object> variables(LockedExternalTask task) {
        VariableMap given = task.getVariables();
        Map<String, Object> variables = new HashMap<>();
        for (String name : given.keySet()) {
            TypedValue value = given.getValueTyped(name);
            Object plain = value instanceof JsonValue json ? read(json.getValueSerialized()) : value.getValue();
            if (plain != null) {
                variables.put(name, plain);
            }
        }
        variables.putAll(StepDrawing.inputs(task.getExtensionProperties()));
        return Map.copyOf(variables);
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a variable that is no JSON", e);
        }
    }

    @Override
    public void start() {
        fetching = true;
        Thread thread = new Thread(this::fetchUntilStopped, "baton-runner");
        fetcher = thread;
        thread.start();
    }

    /** Not by interrupting: a database in a file may not survive an interrupted statement. */
    @Override
    public void stop() {
        fetching = false;
        nodes.drain();
        StepSignal waiting = signal;
        if (waiting != null) {
            waiting.signal();
        }
        Thread thread = fetcher;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.drain();
        nodes.stopped();
    }

    @Override
    public boolean isRunning() {
        return fetching;
    }

    /** The first to stop: what is under way still needs the database, and people may still watch it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
