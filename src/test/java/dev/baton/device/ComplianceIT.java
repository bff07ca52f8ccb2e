package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.device.ssh.TestSsh;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.RememberedObservations;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real FRR that breaks a rule, is mended, and drifts. */
class ComplianceIT {

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    private static Deadlines deadlines;
    private static Protocol ssh;

    private final RememberedObservations observations = new RememberedObservations();

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        ssh = TestSsh.protocol(deadlines);
    }

    @AfterAll
    static void stop() {
        deadlines.close();
    }

    @Test
    void whatBreaksARuleIsMendedAndWhatChangesBehindOurBackIsSeen() {
        ROUTER.configure("router bgp 64512", "no bgp log-neighbor-changes");
        Result before = act("checkCompliance", Map.of());
        String lines = String.valueOf(before.facts().get("remedy"));

        act("applyConfig", Map.of("lines", lines, "settle", "PT0S"));
        Result after = act("checkCompliance", Map.of("accept", "true"));
        ROUTER.configure("router bgp 64512", "neighbor 192.0.2.77 remote-as 64599");
        Result drifted = act("checkCompliance", Map.of());

        assertThat(before.findings())
                .extracting(Finding::kind, Finding::part)
                .contains(tuple("config-noncompliant", "bgp-logs-neighbours"));
        assertThat(lines).isEqualTo("router bgp 64512\n bgp log-neighbor-changes");
        assertThat(after.findings()).isEmpty();
        assertThat(drifted.findings())
                .extracting(Finding::kind, Finding::evidence)
                .containsExactly(tuple("config-drift", "+ neighbor 192.0.2.77 remote-as 64599\n"));
    }

    private Result act(String name, Map<String, ?> inputs) {
        DeviceDelegate<?> delegate =
                DeviceDelegates.named(name, (path, sha256) -> null, (r, d, p, c) -> p, new KeptConfigs(), observations);
        try (DelegateSession session = new DelegateSession(ROUTER.device(), () -> ssh.open(ROUTER.device()))) {
            Result result = session.perform(delegate, inputs);
            result.observations().forEach(one -> observations.keep("box1", one, Instant.EPOCH));
            return result;
        }
    }
}
