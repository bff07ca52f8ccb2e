package dev.baton.lab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Author;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.lab.machine.Power;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated switches answer what a backup asks them before it fetches. */
class LastChangeLabTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"cisco_ios", "arista_eos"})
    void aChangeGivesAnotherMarkAndAnAuthor(String platform) {
        NetworkDevice device = new NetworkDevice("sw1", platform, text -> text, new Power(mock()), CLOCK);
        LastChange lastChange = TestPlatforms.shipped().of(platform).lastChange();

        Optional<String> before = mark(device, lastChange);
        Optional<String> unchanged = mark(device, lastChange);
        device.run("vtysh -c 'configure terminal' -c 'ntp server 192.0.2.9' -c end");
        Optional<String> after = mark(device, lastChange);
        device.boot();
        Optional<String> restarted = mark(device, lastChange);

        assertThat(before).isPresent().isEqualTo(unchanged);
        assertThat(after).isPresent().isNotEqualTo(before);
        assertThat(restarted).isPresent().isNotEqualTo(after);
        assertThat(lastChange.author(device.run("show logging").output()).map(Author::name))
                .contains("console");
        assertThat(lastChange
                        .author(new NetworkDevice("sw2", platform, text -> text, new Power(mock()), CLOCK)
                                .run("show logging")
                                .output())
                        .map(Author::name))
                .contains("netops");
    }

    private static Optional<String> mark(NetworkDevice device, LastChange lastChange) {
        return lastChange.asks().stream()
                .filter(ask -> ask.command().channel() == Channel.CLI)
                .flatMap(ask -> ask
                        .mark(Answer.of(
                                ask.command(), device.run(ask.command().text()).output()))
                        .stream())
                .findFirst();
    }
}
