package dev.baton.device.platform;

import dev.baton.device.DeviceSettings;
import dev.baton.device.TestSettings;
import dev.baton.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The shipped platforms, for tests of other packages. */
public final class TestPlatforms {

    private TestPlatforms() {}

    public static Platforms shipped() {
        try {
            return of(TestSettings.impatient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped platforms and those of a folder. */
    public static Platforms with(Path folder) throws IOException {
        return of(settings(folder, TestSettings.impatient().scrubKeyFile()));
    }

    static Platforms of(DeviceSettings settings) throws IOException {
        return new Platforms(
                settings, reference -> new Secret((reference.uri() + " is a key that is long enough").toCharArray()));
    }

    static DeviceSettings settings(Path folder, Path scrubKeyFile) {
        return settings(folder, null, scrubKeyFile);
    }

    static DeviceSettings settings(Path folder, String scrubKey, Path scrubKeyFile) {
        DeviceSettings usual = TestSettings.impatient();
        return new DeviceSettings(
                usual.connectTimeout(),
                usual.transportTimeout(),
                usual.authTimeout(),
                usual.firstByteTimeout(),
                usual.idleTimeout(),
                usual.keepAlive(),
                usual.idleLinks(),
                usual.snmpTimeout(),
                usual.snmpRetries(),
                folder,
                scrubKey,
                scrubKeyFile);
    }
}
