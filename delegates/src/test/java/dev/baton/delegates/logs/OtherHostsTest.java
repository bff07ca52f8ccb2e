package dev.baton.delegates.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Finding;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.logs.drive.Arrays;
import dev.baton.delegates.logs.drive.KnownHardware;
import dev.baton.delegates.logs.drive.Smart;
import dev.baton.delegates.logs.source.LogLine;
import dev.baton.delegates.logs.source.LoggedHosts;
import dev.baton.testing.ShippedDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherHostsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T17:00:00Z");
    private static final Duration MEMORY = Duration.ofDays(14);
    private static final LogLine MEDIUM =
            new LogLine("critical medium error, dev sdb, sector 2048 op 0x0:(READ) flags 0x0", "", "", "esx-01");

    private final List<String> over = new ArrayList<>();

    @Test
    void aDriveOfAnotherHostIsRememberedUntilItWasQuietForLong() {
        OtherHosts first = OtherHosts.of(Optional.empty());
        first.add("esx-01", List.of(MEDIUM), NOW);
        first.add("web-02", List.of(new LogLine("nothing of interest", "", "", "web-02")), NOW);

        assertThat(look(first, NOW))
                .extracting(Finding::device, Finding::kind, Finding::part)
                .containsExactly(tuple("esx-01", "drive-suspect", "sdb"));
        assertThat(over).containsExactlyInAnyOrder("esx-01 drive-failing sdb", "esx-01 drive-link-errors sdb");

        OtherHosts later = later(first);
        assertThat(look(later, NOW.plus(Duration.ofDays(13)))).hasSize(1);
        over.clear();
        assertThat(look(later, NOW.plus(Duration.ofDays(15)))).isEmpty();
        assertThat(over).contains("esx-01 drive-suspect sdb").hasSize(3);
        assertThat(later.content()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nov 25 10:00:01 esx-01 kernel: x                                | esx-01",
                "Nov  5 10:00:01 ESX-01.example.net kernel: x                    | esx-01",
                "<6>Nov 25 10:00:01 esx-01 kernel: x                             | esx-01",
                "2026-11-25T10:00:01.123456+00:00 esx-01 kernel: x               | esx-01",
                "<14>1 2026-11-25T10:00:01Z esx-01.example.net kernel - - - x    | esx-01",
                "Nov 25 10:00:01 esx-012 kernel: esx-01 x                        | ''",
                "kernel: esx-01 x                                                | ''",
            })
    void aLineBelongsToTheDeviceThatItNames(String line, String device) {
        assertThat(hosts("logs-of-esx-01").device(new LogLine(line, "", "", "")).orElse(""))
                .isEqualTo(device);
        assertThat(hosts("production").device(new LogLine(line, "", "", ""))).isEmpty();
    }

    @Test
    void onlyALogHostHasFilesOfOthers() {
        List<String> files = List.of("/var/log/remote/{host}/kern.log", "/var/log/all.log");

        assertThat(hosts("logs-of-esx-01", "logs-of-web-02").owners(files))
                .isEqualTo(Map.of(
                        "/var/log/all.log", "",
                        "/var/log/remote/esx-01/kern.log", "esx-01",
                        "/var/log/remote/web-02/kern.log", "web-02"));
        assertThat(hosts("production").owners(files)).isEmpty();
    }

    private List<Finding> look(OtherHosts others, Instant now) {
        Judge judge = new Judge(
                new ShippedDecisions(),
                "drive-evidence",
                new Smart(Map.of()),
                Arrays.of(""),
                new KnownHardware(List.of()));
        return others.findings(
                host -> judge,
                now,
                MEMORY,
                (host, part, kinds) -> kinds.forEach(kind -> over.add(host + " " + kind + " " + part)));
    }

    private static OtherHosts later(OtherHosts others) {
        return OtherHosts.of(Optional.of(new Seen(Map.of("hosts", others.content()), NOW, NOW, "RUN-000041")));
    }

    private static LoggedHosts hosts(String... tags) {
        return LoggedHosts.of(
                new Device("log-01", "192.0.2.9", "linux", null, null, Set.of(tags), Criticality.LOW, null, true));
    }
}
