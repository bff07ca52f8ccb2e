package dev.baton.device.net;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An authority in the administrator's folder, and a device whose TLS ports it may be asked about. */
@Timeout(60)
abstract class TlsFixture {

    static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path folder;

    final TestCa ca = new TestCa("Corporate CA");
    NetRig rig;

    @BeforeEach
    void start() throws IOException {
        ca.in(folder, "corp.pem");
        rig = NetRig.trusting(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }
}
