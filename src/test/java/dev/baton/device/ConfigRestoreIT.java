package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Stored;
import dev.baton.action.Content;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialects;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Result;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.device.ssh.TestSsh;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.RememberedArchive;
import dev.baton.testing.RememberedFindings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The configuration of a real FRR is backed up, and a host with FRR's vtysh tells whether it would load. */
class ConfigRestoreIT {

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    @RegisterExtension
    static final OpenSshServer HOST = new OpenSshServer();

    private static Deadlines deadlines;
    private static Protocol ssh;

    private final RememberedFindings findings = new RememberedFindings();

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
    void whatWasBackedUpWouldLoadAndWhatIsDamagedIsFound() {
        KeptConfigs configs = new KeptConfigs();
        DeviceDelegate<?> backUpConfig =
                DeviceDelegates.named("backUpConfig", (path, sha256) -> null, (r, d, p, c) -> p, configs);
        act(backUpConfig, ROUTER.device(), Map.of("quietTime", "PT1S"));
        String kept = configs.lastDump().configuration();

        Result whole = act(restore("testConfigRestore", stored(kept)), ROUTER.device(), Map.of());
        Result right = check(kept);
        List<Finding> none = findings.reported();
        Result wrong = check(kept.replace("router bgp", "ruter bgp"));

        assertThat(kept).contains("neighbor 192.0.2.2 password <scrubbed:").doesNotContain("geheim");
        assertThat(whole.findings()).isEmpty();
        assertThat(whole.facts().get("secretLines")).asString().contains("neighbor 192.0.2.2 password <scrubbed:");
        assertThat(right.facts()).containsEntry("checked", 1).containsEntry("wrong", 0);
        assertThat(none).isEmpty();
        assertThat(wrong.facts()).containsEntry("wrong", 1);
        assertThat(findings.reported()).singleElement().satisfies(finding -> {
            assertThat(finding.device()).isEqualTo("box1");
            assertThat(finding.kind()).isEqualTo("config-restore-failed");
            assertThat(finding.evidence()).contains("Unknown command", "ruter bgp 64512");
        });
    }

    private Result check(String configuration) {
        InventoryDevice host = Devices.named("host1", "127.0.0.1", "linux", HOST.port(), HOST.credential(), HOST.pin());
        return act(restore("checkConfigSyntax", stored(configuration)), host, Map.of("sample", "all"));
    }

    private static Stored stored(String configuration) {
        return new Stored("box1", "frr", 1, Content.of(configuration).sha256(), configuration);
    }

    private DeviceDelegate<?> restore(String bean, Stored stored) {
        TargetSets sets = mock();
        when(sets.get(any())).thenReturn(new TargetSet("all", List.of("box1")));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(ConfigArchive.class, () -> new RememberedArchive(stored));
            context.registerBean(Dialects.class, TestPlatforms::shipped);
            context.registerBean(TargetSets.class, () -> sets);
            context.registerBean(Findings.class, () -> findings);
            context.scan("dev.baton.delegates.restore");
            context.refresh();
            return context.getBean(bean, DeviceDelegate.class);
        }
    }

    private static Result act(DeviceDelegate<?> delegate, InventoryDevice device, Map<String, ?> inputs) {
        try (DelegateSession session = new DelegateSession(device, () -> ssh.open(device))) {
            return session.perform(delegate, inputs);
        }
    }
}
