package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Content;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.device.ssh.TestSsh;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The packages of the Debian host that runs the tests, against an advisory that is made up. */
class AdvisoryIT {

    @RegisterExtension
    static final OpenSshServer HOST = new OpenSshServer();

    private static Deadlines deadlines;
    private static Protocol ssh;

    @BeforeAll
    static void start() {
        Programs.require("/usr/bin/dpkg-query");
        deadlines = new Deadlines();
        ssh = TestSsh.protocol(deadlines);
    }

    @AfterAll
    static void stop() {
        if (deadlines != null) {
            deadlines.close();
        }
    }

    @Test
    void aRealHostIsVulnerableUntilTheFixIsInstalled() {
        assertThat(match("9999:1").findings()).extracting(Finding::part).containsExactly("CVE-2099-0001");
        assertThat(match("0.0.1").findings()).isEmpty();
    }

    private static Result match(String fixed) {
        String advisory = """
                {"id": "CVE-2099-0001", "affected": [{"package": {"ecosystem": "Debian", "name": "bash"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
                """.formatted(fixed);
        DeviceDelegate<?> delegate = DeviceDelegates.named(
                "matchAdvisory", (path, sha256) -> Content.of(advisory), (r, d, p, c) -> p, new KeptConfigs());
        try (DelegateSession session = new DelegateSession(
                Devices.ssh("linux", HOST.port(), HOST.credential(), HOST.pin()),
                () -> ssh.open(Devices.ssh("linux", HOST.port(), HOST.credential(), HOST.pin())))) {
            return session.perform(delegate, Map.of("advisory", "osv.json", "digest", "0".repeat(64)));
        }
    }
}
