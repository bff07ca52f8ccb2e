package dev.baton.runner;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A device step that this node has claimed.
 *
 * @param task id of the external task
 * @param reference the run's reference, e.g. RUN-000042
 * @param run id of the root process instance
 * @param step id of the activity instance: the same over all attempts of the step
 * @param results the names of the results that the diagram reads; null when it may read any
 */
record QueuedStep(
        String task,
        String delegate,
        String reference,
        String run,
        String processInstance,
        String activity,
        String step,
        Integer retries,
        Map<String, Object> variables,
        @Nullable Set<String> results) {

    boolean reads(String result) {
        return results == null || results.contains(result);
    }
}
