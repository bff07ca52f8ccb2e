package dev.baton.runner;

import dev.baton.device.RunLink;
import dev.baton.inventory.InventoryDevice;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the breakers before the links of attempts. */
@Component
class Gates {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration SILENTLY = Duration.ofSeconds(1);

    private final CredentialBreakers credentials;
    private final DeviceBreakers devices;
    private final HostKeyReviews hostKeys;
    private final Journal journal;

    Gates(CredentialBreakers credentials, DeviceBreakers devices, HostKeyReviews hostKeys, Journal journal) {
        this.hostKeys = hostKeys;
        this.credentials = credentials;
        this.devices = devices;
        this.journal = journal;
    }

    /** @param reference of the run, for people */
    GatedLink before(RunLink link, InventoryDevice device, String reference, ActionRow row, StopSignal stop) {
        RunLink watched = hostKeys.watch(link, device, reference);
        return new GatedLink(watched, device, credentials, devices, names -> await(row, names, stop));
    }

    /** Waits for the outcome of the first logins with a credential. */
    private LoginTurn await(ActionRow row, Set<String> names, StopSignal stop) {
        long start = System.nanoTime();
        boolean told = false;
        Optional<LoginTurn> turn = credentials.admit(row.device(), names);
        while (turn.isEmpty()) {
            if (!told && System.nanoTime() - start > SILENTLY.toNanos()) {
                journal.waiting(row, "the first logins with the credential " + String.join(", ", names));
                told = true;
            }
            stop.pause(POLL);
            turn = credentials.admit(row.device(), names);
        }
        if (told) {
            journal.waiting(row, null);
        }
        return turn.get();
    }
}
