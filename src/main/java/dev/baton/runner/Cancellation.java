package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the actions of a step that a person, or the loss of the step's lock, ended it. */
final class Cancellation {

    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Set<DeviceLink> links = ConcurrentHashMap.newKeySet();

    void cancel() {
        cancelled.countDown();
        links.forEach(DeviceLink::abort);
    }

    boolean cancelled() {
        return cancelled.getCount() == 0;
    }

    void watch(DeviceLink link) {
        links.add(link);
        if (cancelled()) {
            link.abort();
        }
    }

    void forget(DeviceLink link) {
        links.remove(link);
    }

    /** Waits, unless the step is cancelled before or meanwhile. */
    void pause(Duration duration) {
        try {
            if (cancelled.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.CANCELLED.because("the run was cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.CANCELLED.because("this node is stopping");
        }
    }
}
