package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.runner.OpenBreaker.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Leaves a device alone for a growing while when connections to it fail in a row; the actions wait meanwhile and burn no tries. */
@Component
class DeviceBreakers {

    static final Duration POLL = Duration.ofMillis(500);

    private final OpenBreakers breakers;
    private final Journal journal;
    private final BreakerSettings settings;
    private final Duration longestWait;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    DeviceBreakers(OpenBreakers breakers, Journal journal, BreakerSettings settings, RunnerSettings runner) {
        this.breakers = breakers;
        this.journal = journal;
        this.settings = settings;
        this.longestWait = runner.leaseWait();
    }

    /**
     * Makes an attempt once the device may be tried.
     *
     * @throws dev.baton.action.ActionProblem {@code UNREACHABLE} when that takes too long, or {@code CANCELLED}
     * @throws ReleasedException when this node gives the step back meanwhile
     */
    Attempt whenClosed(ActionRow row, StopSignal stop, Supplier<Attempt> attempt) {
        Turn turn = turn(row);
        while (!turn.come()) {
            stop.pauseBetweenTries(POLL);
        }
        try {
            return attempt.get();
        } finally {
            turn.end();
        }
    }

    Turn turn(ActionRow row) {
        return new Turn(row);
    }

    /** How one action waits for its turn at a device. */
    final class Turn {

        private final ActionRow row;
        private final long start = System.nanoTime();
        private String told = "";
        private boolean deciding;

        private Turn(ActionRow row) {
            this.row = row;
        }

        /**
         * Whether the device may be tried now; the journal says why not.
         *
         * @throws dev.baton.action.ActionProblem {@code UNREACHABLE} when that takes too long
         */
        boolean come() {
            OpenBreaker open = breakers.of(Kind.DEVICE, row.device()).orElse(null);
            if (open == null) {
                return true;
            }
            if (!open.barsAt(breakers.now()) && tried.add(row.device())) {
                deciding = true;
                return true;
            }
            if (System.nanoTime() - start > longestWait.toNanos()) {
                throw Problem.UNREACHABLE.because(row.device() + ": not tried for " + longestWait.toSeconds()
                        + " s, because " + open.failures() + " connections in a row failed, the last one so: "
                        + open.seen());
            }
            String reason = "breaker of " + row.device() + " until " + open.untilText();
            if (!reason.equals(told)) {
                journal.waiting(row, reason);
                told = reason;
            }
            return false;
        }

        /** The attempt is over, or there was none: others may try. */
        void end() {
            if (deciding) {
                tried.remove(row.device());
            }
        }
    }

    void reached(String device) {
        failures.remove(device);
        if (breakers.of(Kind.DEVICE, device).isPresent()) {
            breakers.close(Kind.DEVICE, device);
        }
    }

    void failed(String device, String reason) {
        Instant now = breakers.now();
        int before = breakers.of(Kind.DEVICE, device).map(OpenBreaker::failures).orElse(0);
        Failures all = failures.merge(device, new Failures(1, now), Failures::and);
        int inARow = Math.max(before + 1, all.number());
        if (inARow >= settings.failedConnections()) {
            breakers.open(Kind.DEVICE, device, settings.pause(inARow), inARow, reason);
        }
    }

    /** Failures in a row, as this node saw them. */
    private record Failures(int number, Instant last) {

        Failures and(Failures next) {
            boolean forgotten = last.plus(OpenBreakers.FORGOTTEN).isBefore(next.last());
            return forgotten ? next : new Failures(number + next.number(), next.last());
        }
    }
}
