package dev.baton.device;

import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests on the loopback address. */
public final class TestSettings {

    /** Longer than any test, so that only what a test does ends what is kept. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final Duration PROBE = Duration.ofSeconds(5);

    private TestSettings() {}

    /** Short, but long enough for a busy machine. */
    public static DeviceSettings impatient() {
        return withTransportTimeout(Duration.ofSeconds(30));
    }

    public static DeviceSettings withTransportTimeout(Duration transportTimeout) {
        return settings(Duration.ofSeconds(10), transportTimeout, PROBE, KEPT, Duration.ofMillis(500), 2);
    }

    public static DeviceSettings withConnectTimeout(Duration connectTimeout) {
        return settings(connectTimeout, Duration.ofSeconds(10), PROBE, KEPT, Duration.ofMillis(500), 2);
    }

    public static DeviceSettings withIdleLinks(Duration idleLinks) {
        return settings(Duration.ofSeconds(10), Duration.ofSeconds(30), PROBE, idleLinks, Duration.ofMillis(500), 2);
    }

    public static DeviceSettings withKeepAlive(Duration keepAlive) {
        return settings(Duration.ofSeconds(10), Duration.ofSeconds(30), keepAlive, KEPT, Duration.ofMillis(500), 2);
    }

    public static DeviceSettings withSnmpTimeout(Duration timeout, int retries) {
        return settings(Duration.ofSeconds(10), Duration.ofSeconds(10), PROBE, KEPT, timeout, retries);
    }

    private static DeviceSettings settings(
            Duration connectTimeout,
            Duration transportTimeout,
            Duration keepAlive,
            Duration idleLinks,
            Duration snmpTimeout,
            int snmpRetries) {
        return new DeviceSettings(
                connectTimeout,
                transportTimeout,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                keepAlive,
                idleLinks,
                snmpTimeout,
                snmpRetries,
                null,
                null,
                Path.of("target", "scrub.key"));
    }
}
