package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.runner.OpenBreaker.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps a wrong password from locking accounts: until a credential has proved good only so many logins with it are under way on
 * all nodes as may still be refused, and once so many were refused nobody logs in with it for a while; then one login decides.
 */
@Component
class CredentialBreakers {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialBreakers.class);
    private static final Duration PROVED = Duration.ofMinutes(1);
    private static final long ASK_AGAIN_NANOS = Duration.ofMillis(250).toNanos();

    private final OpenBreakers breakers;
    private final LoginSlots slots;
    private final BreakerSettings settings;
    private final Map<String, Logins> logins = new HashMap<>();

    CredentialBreakers(OpenBreakers breakers, LoginSlots slots, BreakerSettings settings) {
        this.breakers = breakers;
        this.slots = slots;
        this.settings = settings;
    }

    /**
     * Asks to log in with all of these; whoever may calls {@link #left} afterwards.
     *
     * @return empty when the outcome of other logins has to be waited for
     * @throws dev.baton.action.ActionProblem {@code AUTH_FAILED} when one of them is barred
     */
    Optional<LoginTurn> admit(String device, Set<String> credentials) {
        if (!begin(device, credentials)) {
            return Optional.empty();
        }
        LoginTurn turn = new LoginTurn(credentials);
        for (String credential : credentials) {
            if (!proved(credential) && !takesSlot(turn, credential)) {
                left(turn);
                return Optional.empty();
            }
        }
        return Optional.of(turn);
    }

    /** What this node knows by itself, so that the database is asked by few. */
    private synchronized boolean begin(String device, Set<String> credentials) {
        for (String credential : credentials) {
            Logins known = of(credential);
            boolean undecided = !proved(credential);
            if (undecided && (known.underWay >= most(device, credential) || known.askedJustNow())) {
                return false;
            }
        }
        credentials.forEach(credential -> of(credential).underWay++);
        return true;
    }

    /** How many logins may be under way. */
    private int most(String device, String credential) {
        OpenBreaker open = breakers.of(Kind.CREDENTIAL, credential).orElse(null);
        if (open != null && open.barsAt(breakers.now())) {
            throw Problem.AUTH_FAILED.because(device + ": no login with the credential " + credential + " until "
                    + open.untilText() + ", because " + open.failures() + " with it failed within "
                    + settings.within().toSeconds() + " s, the last one so: " + open.seen());
        }
        return open == null ? settings.refusedLogins() : 1;
    }

    private synchronized boolean proved(String credential) {
        return breakers.of(Kind.CREDENTIAL, credential).isEmpty()
                && of(credential).acceptedAt.isAfter(breakers.now().minus(PROVED));
    }

    private boolean takesSlot(LoginTurn turn, String credential) {
        try {
            boolean deciding = breakers.of(Kind.CREDENTIAL, credential).isPresent();
            Optional<Lease> slot = deciding ? slots.takeDeciding(credential) : slots.take(credential);
            slot.ifPresent(taken -> turn.takes(credential, taken));
            if (slot.isEmpty()) {
                refrain(credential);
            }
            return slot.isPresent();
        } catch (DataAccessException e) {
            LOG.warn(
                    "No login with the credential {} until the database tells about others: {}",
                    credential,
                    e.toString());
            refrain(credential);
            return false;
        }
    }

    private synchronized void refrain(String credential) {
        of(credential).askedAt = System.nanoTime();
        of(credential).asked = true;
    }

    void left(LoginTurn turn) {
        synchronized (this) {
            turn.credentials().forEach(credential -> of(credential).underWay--);
        }
        turn.slots().forEach(slots::giveBack);
    }

    void accepted(LoginTurn turn) {
        Instant now = breakers.now();
        for (String credential : turn.credentials()) {
            synchronized (this) {
                of(credential).acceptedAt = now;
            }
            if (breakers.of(Kind.CREDENTIAL, credential)
                    .filter(open -> !open.barsAt(now))
                    .isPresent()) {
                breakers.close(Kind.CREDENTIAL, credential);
            }
        }
    }

    /** @param slot the one that the refused login took; none when the credential had proved good before */
    void refused(String credential, Optional<Lease> slot, String reason) {
        synchronized (this) {
            of(credential).acceptedAt = Instant.MIN;
        }
        int refused = counted(credential, slot);
        OpenBreaker open = breakers.of(Kind.CREDENTIAL, credential).orElse(null);
        if (open == null ? refused >= settings.refusedLogins() : !open.barsAt(breakers.now())) {
            breakers.open(Kind.CREDENTIAL, credential, settings.within(), refused, reason);
        }
    }

    /** Without a database to count in, nobody tries again. */
    private int counted(String credential, Optional<Lease> slot) {
        try {
            return slots.refused(credential, slot);
        } catch (DataAccessException e) {
            LOG.warn("A refusal of the credential {} could not be counted: {}", credential, e.toString());
            return settings.refusedLogins();
        }
    }

    private Logins of(String credential) {
        return logins.computeIfAbsent(credential, unused -> new Logins());
    }

    /** What this node saw of one credential. */
    private static final class Logins {

        private Instant acceptedAt = Instant.MIN;
        private int underWay;
        private boolean asked;
        private long askedAt;

        boolean askedJustNow() {
            return asked && System.nanoTime() - askedAt < ASK_AGAIN_NANOS;
        }
    }
}
