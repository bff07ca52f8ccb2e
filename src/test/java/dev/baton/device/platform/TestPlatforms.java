package dev.baton.device.platform;

import dev.baton.device.TestSettings;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The shipped platforms, for tests of other packages. */
public final class TestPlatforms {

    private TestPlatforms() {}

    public static Platforms shipped() {
        try {
            return new Platforms(TestSettings.impatient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
