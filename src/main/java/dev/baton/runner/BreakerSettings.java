package dev.baton.runner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the runner stops asking.
 *
 * @param refusedLogins how many logins with one credential may be refused before nobody logs in with it
 * @param within the time in which they are counted, and for which the credential is barred then
 * @param failedConnections how many connections to one device may fail in a row before it is left alone
 * @param firstPause how long it is left alone then; it doubles with every further failure
 * @param longestPause how long at most
 */
@ConfigurationProperties("baton.runner.breaker")
record BreakerSettings(
        @DefaultValue("3") int refusedLogins,
        @DefaultValue("5m") Duration within,
        @DefaultValue("5") int failedConnections,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("5m") Duration longestPause) {

    Duration pause(int failures) {
        int doublings = Math.min(16, failures - failedConnections);
        Duration pause = firstPause.multipliedBy(1L << Math.max(0, doublings));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
