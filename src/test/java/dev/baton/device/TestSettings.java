package dev.baton.device;

import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests on the loopback address. */
public final class TestSettings {

    private TestSettings() {}

    /** Short, but long enough for a busy machine. */
    public static DeviceSettings impatient() {
        return withTransportTimeout(Duration.ofSeconds(30));
    }

    public static DeviceSettings withTransportTimeout(Duration transportTimeout) {
        return settings(transportTimeout, Duration.ofMillis(500), 2);
    }

    public static DeviceSettings withSnmpTimeout(Duration timeout, int retries) {
        return settings(Duration.ofSeconds(10), timeout, retries);
    }

    private static DeviceSettings settings(Duration transportTimeout, Duration snmpTimeout, int snmpRetries) {
        return new DeviceSettings(
                Duration.ofSeconds(10),
                transportTimeout,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                snmpTimeout,
                snmpRetries,
                null,
                Path.of("target", "scrub.key"));
    }
}
