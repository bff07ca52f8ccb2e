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
        return new DeviceSettings(
                Duration.ofSeconds(10),
                transportTimeout,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                2,
                null,
                Path.of("target", "scrub.key"));
    }
}
