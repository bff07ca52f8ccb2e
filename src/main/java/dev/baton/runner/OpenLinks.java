package dev.baton.runner;

import dev.baton.device.DeviceLink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The links that one reason to stop ends; a link that comes too late is ended at once. */
final class OpenLinks {

    private final Set<DeviceLink> links = ConcurrentHashMap.newKeySet();
    private volatile boolean aborted;

    void watch(DeviceLink link) {
        links.add(link);
        if (aborted) {
            link.abort();
        }
    }

    void forget(DeviceLink link) {
        links.remove(link);
    }

    void abort() {
        aborted = true;
        links.forEach(DeviceLink::abort);
    }
}
