package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.runner.OpenBreaker.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps a wrong password from locking accounts: until a credential has proved good only so many logins with it are under way as
 * may still be refused, and once so many were refused nobody logs in with it for a while; then one login decides.
 */
@Component
class CredentialBreakers {

    private static final Duration PROVED = Duration.ofMinutes(1);

    private final OpenBreakers breakers;
    private final BreakerSettings settings;
    private final Map<String, Logins> logins = new HashMap<>();

    CredentialBreakers(OpenBreakers breakers, BreakerSettings settings) {
        this.breakers = breakers;
        this.settings = settings;
    }

    /**
     * Asks to log in with all of these; whoever may calls {@link #left} afterwards.
     *
     * @return false when the outcome of other logins has to be waited for
     * @throws dev.baton.action.ActionProblem {@code AUTH_FAILED} when one of them is barred
     */
    synchronized boolean admit(String device, Collection<String> credentials) {
        Instant now = breakers.now();
        for (String credential : credentials) {
            if (!free(device, credential, now)) {
                return false;
            }
        }
        credentials.forEach(credential -> of(credential).underWay++);
        return true;
    }

    private boolean free(String device, String credential, Instant now) {
        Logins known = of(credential);
        OpenBreaker open = breakers.of(Kind.CREDENTIAL, credential).orElse(null);
        if (open == null) {
            return known.provedSince(now.minus(PROVED))
                    || known.underWay + known.refusedSince(now.minus(settings.within())) < settings.refusedLogins();
        }
        if (open.barsAt(now)) {
            throw Problem.AUTH_FAILED.because(device + ": no login with the credential " + credential + " until "
                    + open.untilText() + ", because " + open.failures() + " with it failed within "
                    + settings.within().toSeconds() + " s, the last one so: " + open.seen());
        }
        return known.underWay == 0;
    }

    synchronized void left(Collection<String> credentials) {
        credentials.forEach(credential -> of(credential).underWay--);
    }

    synchronized void accepted(Collection<String> credentials) {
        Instant now = breakers.now();
        for (String credential : credentials) {
            of(credential).acceptedAt = now;
            if (breakers.of(Kind.CREDENTIAL, credential)
                    .filter(open -> !open.barsAt(now))
                    .isPresent()) {
                breakers.close(Kind.CREDENTIAL, credential);
            }
        }
    }

    synchronized void refused(String credential, String reason) {
        Instant now = breakers.now();
        Logins known = of(credential);
        known.acceptedAt = Instant.MIN;
        known.refusals.add(now);
        int refused = known.refusedSince(now.minus(settings.within()));
        OpenBreaker open = breakers.of(Kind.CREDENTIAL, credential).orElse(null);
        if (open == null ? refused >= settings.refusedLogins() : !open.barsAt(now)) {
            breakers.open(Kind.CREDENTIAL, credential, settings.within(), refused, reason);
        }
    }

    private Logins of(String credential) {
        return logins.computeIfAbsent(credential, unused -> new Logins());
    }

    /** What this node saw of one credential. */
    private static final class Logins {

        private final Deque<Instant> refusals = new ArrayDeque<>();
        private Instant acceptedAt = Instant.MIN;
        private int underWay;

        boolean provedSince(Instant since) {
            return acceptedAt.isAfter(since);
        }

        int refusedSince(Instant since) {
            refusals.removeIf(refusal -> !refusal.isAfter(since));
            return refusals.size();
        }
    }
}
