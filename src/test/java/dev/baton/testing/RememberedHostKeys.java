package dev.baton.testing;

import dev.baton.action.ChangedHostKey;
import dev.baton.action.HostKeys;
import dev.baton.action.Problem;
import java.time.Instant;
import java.util.Optional;

/** One changed host key, and a decision about it, as a test wants them. */
public final class RememberedHostKeys implements HostKeys {

    private boolean over;
    private boolean approved;

    /** Nothing is left to decide when the decision comes. */
    public void end() {
        over = true;
    }

    /** What the review of the next run decides. */
    public void decide(boolean yes) {
        over = false;
        approved = yes;
    }

    @Override
    public Optional<ChangedHostKey> undecided(String device) {
        return Optional.of(new ChangedHostKey(
                        "change-1",
                        device,
                        "SHA256:old",
                        "SHA256:new",
                        "ssh-ed25519",
                        "host-key",
                        "RUN-000007",
                        Instant.parse("2026-11-25T10:00:00Z")))
                .filter(key -> device.equals("web1"));
    }

    @Override
    public boolean settle(String change, String run) {
        if (over) {
            throw Problem.CHECK_FAILED.because("nothing is left to decide");
        }
        return approved;
    }
}
