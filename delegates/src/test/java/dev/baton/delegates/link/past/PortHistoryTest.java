package dev.baton.delegates.link.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStore;
import dev.baton.action.DeviceChanges.DeviceChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final List<DeviceChange> runs = new ArrayList<>();
    private Optional<ConfigStore.Change> change = Optional.empty();
    private Instant from = NOW;
    private Instant to = NOW;

    @Test
    void aRunThatNamesThePortComesFirst() {
        runs.add(run("interface GigabitEthernet1/0/7\n shutdown"));
        changed(NOW, "@@ -1 +1 @@", " interface GigabitEthernet1/0/7", "+ shutdown");

        PortChanges found = look(3_600);

        assertThat(found.word()).isEqualTo("port");
        assertThat(found.runs())
                .isEqualTo("around that time\nRUN-000042 of ada (port-turn-up, applyConfig) at 2026-11-25T10:55:00Z:"
                        + " SUCCEEDED, it names the port");
        assertThat(from).isEqualTo("2026-11-25T10:30:00Z");
        assertThat(to).isEqualTo("2026-11-25T11:02:00Z");
    }

    @Test
    void aRunThatDoesNotNameItIsStillTold() {
        runs.add(run("ntp server 192.0.2.9"));

        assertThat(look(3_600).word()).isEqualTo("device");
        assertThat(look(3_600).runs()).doesNotContain("names the port");
    }

    @Test
    void linesBelowTheNameOfThePortBelongToIt() {
        changed(
                NOW.minusSeconds(600),
                "@@ -1,5 +1,4 @@",
                " interface GigabitEthernet1/0/6",
                "+ description other",
                " interface GigabitEthernet1/0/7",
                "  description uplink",
                "- switchport mode trunk",
                "+ switchport mode access",
                " interface GigabitEthernet1/0/70",
                "+ shutdown");

        PortChanges found = look(3_600);

        assertThat(found.word()).isEqualTo("config");
        assertThat(found.config())
                .isEqualTo(
                        "2026-11-25T11:50:00Z in RUN-000007 (nightly)\n- switchport mode trunk\n+ switchport mode access");
    }

    @Test
    void anOldChangeIsToldAndNotBlamed() {
        changed(NOW.minusSeconds(400_000), " interface Gi1/0/7", "+ shutdown");

        assertThat(look(3_600).word()).isEqualTo("none");
        assertThat(look(3_600).config()).contains("+ shutdown");
    }

    @Test
    void nothingIsBlamedWhileNobodyKnowsWhenTheLinkWasLost() {
        runs.add(run("interface Gi1/0/7"));

        PortChanges found = look(-1);

        assertThat(found.word()).isEqualTo("unknown");
        assertThat(found.runs()).startsWith("in the last day\nRUN-000042");
        assertThat(from).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void withoutTwoBackupsTheConfigurationIsNotVisible() {
        assertThat(look(60))
                .isEqualTo(new PortChanges("none", "none around that time", "not visible: fewer than two backups"));
    }

    private PortChanges look(long secondsDown) {
        PortHistory history = new PortHistory(
                (device, begin, end, most) -> {
                    from = begin;
                    to = end;
                    return List.copyOf(runs);
                },
                new ConfigStore() {
                    @Override
                    public Revision save(Dump dump) {
                        throw new UnsupportedOperationException("history saves nothing");
                    }

                    @Override
                    public Optional<Change> lastChange(String device) {
                        return change;
                    }
                });
        return history.of("sw1", "Gi1/0/7", secondsDown, NOW);
    }

    private void changed(Instant at, String... lines) {
        change = Optional.of(new ConfigStore.Change(at, "RUN-000007", "nightly", List.of(lines)));
    }

    private static DeviceChange run(String commands) {
        return new DeviceChange(
                "RUN-000042",
                "port-turn-up",
                "ada",
                "applyConfig",
                Instant.parse("2026-11-25T10:55:00Z"),
                "SUCCEEDED",
                commands);
    }
}
