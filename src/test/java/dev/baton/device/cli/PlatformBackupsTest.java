package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Author;
import dev.baton.action.Result;
import dev.baton.device.DeviceLink;
import dev.baton.device.platform.Platforms;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two backups with nothing changed in between; {@code backups/<platform>.session} has what is typed and shown. */
class PlatformBackupsTest {

    private static final Platforms PLATFORMS = TestPlatforms.shipped();

    private final KeptConfigs configs = new KeptConfigs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cisco_ios",
                "cisco_nxos",
                "cisco_xr",
                "arista_eos",
                "juniper_junos",
                "vyos",
                "mikrotik_routeros",
                "fortinet"
            })
    void theSecondBackupAsksOnlyWhetherSomethingChanged(String platform) throws IOException {
        var backUpConfig = DeviceDelegates.named("backUpConfig", (path, sha256) -> null, (r, d, p, c) -> p, configs);
        Counted link =
                new Counted(new RecordedLink(PLATFORMS.of(platform), RecordedLink.connections(session(platform))));

        try (DelegateSession session = new DelegateSession(Devices.plain(platform), () -> link)) {
            Result first = session.perform(backUpConfig, Map.of());
            int fetched = link.characters;
            link.characters = 0;
            Result second = session.perform(backUpConfig, Map.of());

            assertThat(first.facts()).containsEntry("configChanged", true).containsEntry("fetchSkipped", false);
            assertThat(second.facts()).containsEntry("configChanged", false).containsEntry("fetchSkipped", true);
            assertThat(link.characters).isPositive().isLessThan(fetched / 2);
        }
        assertThat(configs.confirmed()).isEqualTo(1);
        Author author = configs.lastDump().author();
        assertThat(author == null ? "unknown" : author.name())
                .isEqualTo(platform.equals("fortinet") ? "unknown" : "ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cisco_ios|Mar 3: %SYS-5-CONFIG_I: Configured from console by ada on vty0 (192.0.2.9)|ada",
                "cisco_ios|Mar 3: %SYS-5-CONFIG_I: Configured from 192.0.2.9 by snmp|snmp",
                "cisco_ios|Mar 3: %SYS-5-RESTART: System restarted --|",
                "huawei|!Last configuration was updated at 2026-03-02 17:12:45 UTC by ada|ada",
                "mikrotik_routeros|2026-03-02 17:12:45 system,info device changed by winbox:ada@192.0.2.9 (x)|ada",
                "frr|router bgp 64512|"
            })
    void theAuthorIsReadFromTheDevicesOwnWords(String platform, String line, String author) {
        assertThat(PLATFORMS
                        .of(platform)
                        .lastChange()
                        .author("first\n" + line + "\nlast")
                        .map(Author::name))
                .isEqualTo(Optional.ofNullable(author));
    }

    @Test
    void whatCountsFromTheStartIsAskedForTogetherWithTheStart() {
        for (String platform : PLATFORMS.platforms()) {
            LastChange lastChange = PLATFORMS.of(platform).lastChange();
            assertThat(lastChange.asks())
                    .filteredOn(ask -> ask.mark() == null)
                    .as(platform)
                    .allSatisfy(ask -> assertThat(ask.command().text()).endsWith(" 1.3.6.1.6.3.10.2.1.2.0"));
        }
    }

    private static String session(String platform) throws IOException {
        try (InputStream in = PlatformBackupsTest.class.getResourceAsStream("backups/" + platform + ".session")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Counts what a device answers. */
    private static final class Counted implements DeviceLink {

        private final DeviceLink link;
        private int characters;

        Counted(DeviceLink link) {
            this.link = link;
        }

        @Override
        public void connect(Command command) {
            link.connect(command);
        }

        @Override
        public Answer send(Command command) {
            Answer answer = link.send(command);
            characters += answer.output().length();
            return answer;
        }

        @Override
        public void abort() {
            link.abort();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
