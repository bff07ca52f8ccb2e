package dev.baton.runner;

import static dev.baton.runner.ActionState.CANCELLED;
import static dev.baton.runner.ActionState.FAILED;
import static dev.baton.runner.ActionState.HELD;
import static dev.baton.runner.ActionState.REFUSED;
import static dev.baton.runner.ActionState.SUCCEEDED;
import static dev.baton.runner.ActionState.UNKNOWN;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the engine how a step ended: done, BPMN error, or technical failure. */
@Component
class StepEnd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST_RETRY_MILLIS = 10_000;
    private static final int TRIES = 5;

    /** In the place of a node. */
    private static final String CHANGE_WINDOW = "change-window";

    private final ExternalTaskService tasks;
    private final TargetSets targetSets;
    private final Node node;
    private final TransactionTemplate transaction;

    StepEnd(ExternalTaskService tasks, TargetSets targetSets, Node node, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.targetSets = targetSets;
        this.node = node;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Of the sets of devices and the end, the database keeps both or neither. */
    void ended(QueuedStep step, StepResult result) {
        tell(() -> transaction.executeWithoutResult(begun -> end(step, result)));
    }

    private void end(QueuedStep step, StepResult result) {
        if (result.tooManyFailed()) {
            Map<String, Object> variables = counts(step, result, everything -> true);
            variables.putAll(names(result));
            tasks.handleBpmnError(step.task(), node.id(), code(result).name(), message(result), variables);
            return;
        }
        Map<String, Object> variables = counts(step, result, step::reads);
        result.summary().entrySet().stream()
                .filter(entry -> step.reads(entry.getKey()))
                .forEach(entry -> variables.put(entry.getKey(), json(entry.getValue())));
        tasks.complete(step.task(), node.id(), Map.of(), variables);
    }

    /** Belongs to no node for so long: it waits for the change windows of its devices, and any node goes on with it then. */
    void rests(QueuedStep step, Duration time) {
        tell(() -> transaction.executeWithoutResult(begun -> {
            tasks.unlock(step.task());
            tasks.lock(step.task(), CHANGE_WINDOW, time.toMillis());
        }));
    }

    void refused(QueuedStep step, ActionProblem problem) {
        tell(() ->
                tasks.handleBpmnError(step.task(), node.id(), problem.problem().name(), problem.reason(), Map.of()));
    }

    /** Again at once when the heartbeat renewed the step's lock, or another branch came to the same join, in that moment. */
    private static void tell(Runnable end) {
        for (int tries = 1; ; tries++) {
            try {
                end.run();
                return;
            } catch (OptimisticLockingException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The platform itself failed: tried again with growing pauses, then an incident. */
    void broken(String task, @Nullable Integer retriesLeft, String message, String details) {
        int retries = retriesLeft == null ? 2 : retriesLeft - 1;
        long pause = FIRST_RETRY_MILLIS * (retries <= 1 ? 6 : 1);
        tasks.handleFailure(task, node.id(), message, details, Math.max(0, retries), pause);
    }

    /** Only those that are read: each costs the database four rows' work, and a set of devices its own. */
    private Map<String, Object> counts(QueuedStep step, StepResult result, Predicate<String> read) {
        Map<String, Supplier<Object>> counts = new LinkedHashMap<>();
        counts.put("total", () -> result.rows().size());
        counts.put("succeeded", () -> (int) result.count(SUCCEEDED));
        counts.put("failed", () -> (int) result.count(FAILED, REFUSED, CANCELLED));
        counts.put("unknown", () -> (int) result.count(UNKNOWN));
        counts.put("held", () -> (int) result.count(HELD));
        counts.put("changed", () -> (int) result.changed());
        counts.put(
                "allSucceeded", () -> result.count(SUCCEEDED) == result.rows().size());
        counts.put("succeededTargets", () -> set(step, result.devices(SUCCEEDED)));
        counts.put("failedTargets", () -> set(step, result.devices(FAILED, REFUSED, CANCELLED, UNKNOWN)));
        counts.put("heldTargets", () -> set(step, result.devices(HELD)));
        // For a diagram that goes on without those that failed: the others of the batch still need their next steps.
        counts.put("remainingTargets", () -> set(step, result.devices(SUCCEEDED, HELD)));
        counts.put("failureSummary", result::failureSummary);
        Map<String, Object> wanted = new HashMap<>();
        counts.forEach((name, count) -> {
            if (read.test(name)) {
                wanted.put(name, count.get());
            }
        });
        return wanted;
    }

    /** For the person who decides how to go on. */
    private Map<String, Object> names(StepResult result) {
        return Map.of(
                "failureTable", json(result.failures()),
                "succeededDevices", new TargetSet("", result.devices(SUCCEEDED)).names(),
                "heldDevices", new TargetSet("", result.devices(HELD)).names());
    }

    private String set(QueuedStep step, List<String> devices) {
        return devices.isEmpty() ? "" : targetSets.freeze(step.run(), devices).id();
    }

    private static Problem code(StepResult result) {
        Problem only = result.rows().size() == 1 ? result.rows().get(0).error() : null;
        return only == null ? Problem.TOO_MANY_FAILURES : only;
    }

    private static String message(StepResult result) {
        return result.count(FAILED, REFUSED, CANCELLED, UNKNOWN) + " of "
                + result.rows().size() + " devices failed";
    }

    /** Lists and maps travel as JSON values: Tasklist shows those in tables, and no Java type enters the history. */
    private static Object json(Object value) {
        return value instanceof List || value instanceof Map
                ? SpinValues.jsonValue(JSON.valueToTree(value).toString()).create()
                : value;
    }
}
