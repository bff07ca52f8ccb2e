package dev.baton.identity.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes guessing slow without ever locking anybody out: failures count per account and address, so a stranger's guesses do
 * not keep the owner out, and the longest wait is a minute.
 */
final class LoginThrottle {

    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60));

    private static final Duration FORGET = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<Source, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Failures> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this account must wait at this address; zero when a password may be tried. */
    synchronized Duration wait(String account, String address) {
        Failures known = failures.get(new Source(account, address));
        if (known == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), known.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        Source source = new Source(account, address);
        Failures known = failures.get(source);
        int count = known == null || known.until().plus(FORGET).isBefore(now) ? 1 : known.count() + 1;
        Duration wait = WAITS.get(Math.min(count, WAITS.size()) - 1);
        failures.put(source, new Failures(count, now.plus(wait)));
    }

    synchronized void succeeded(String account, String address) {
        failures.remove(new Source(account, address));
    }

    private record Source(String account, String address) {}

    private record Failures(int count, Instant until) {}
}
