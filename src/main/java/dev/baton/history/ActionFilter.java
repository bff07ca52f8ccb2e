package dev.baton.history;

import org.jspecify.annotations.Nullable;

/**
 * Which actions are wanted; null means any.
 *
 * @param run the root process instance
 * @param step the activity instance
 */
public record ActionFilter(
        @Nullable String run,
        @Nullable String processInstance,
        @Nullable String step,
        @Nullable String device,
        @Nullable String state) {

    public static ActionFilter ofRun(String run) {
        return new ActionFilter(run, null, null, null, null);
    }

    public static ActionFilter onDevice(String device) {
        return new ActionFilter(null, null, null, device, null);
    }

    public static ActionFilter inState(String state) {
        return new ActionFilter(null, null, null, null, state);
    }
}
