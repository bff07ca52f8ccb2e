package dev.baton.action;

import java.time.Instant;
import java.util.List;

/** What Baton itself did to devices, from its journal: the actions that can have changed something. */
public interface DeviceChanges {

    /** The latest first; reads, and actions that found nothing to change, are none. @param most at least 1 */
    List<DeviceChange> between(String device, Instant from, Instant to, int most);

    /**
     * One action that was sent to a device.
     *
     * @param run the reference of its run
     * @param commands all that it may have sent, as the journal has it; empty when that was not kept
     */
    record DeviceChange(
            String run,
            String procedure,
            String requester,
            String delegate,
            Instant at,
            String state,
            String commands) {}
}
