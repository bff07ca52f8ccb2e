package dev.baton.runner;

import java.util.Map;

/**
 * A device step that this node has claimed.
 *
 * @param task id of the external task
 * @param reference the run's reference, e.g. RUN-000042
 * @param run id of the root process instance
 * @param step id of the activity instance: the same over all attempts of the step
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
        Map<String, Object> variables) {}
