package dev.baton.delegates.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStyle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTreeTest {

    private static final ConfigTree RUNNING = sections("""
            ! a comment
            hostname sw1
            interface Gi0/1
             description uplink
             shutdown
            !
            router bgp 65000
             neighbor 192.0.2.1 remote-as 1
             !
             address-family ipv4
              neighbor 192.0.2.1 activate
             exit-address-family
            exit
            end
            """);

    @Test
    void theIndentationTellsWhatStandsBelowWhat() {
        assertThat(RUNNING.paths())
                .containsExactly(
                        List.of("hostname sw1"),
                        List.of("interface Gi0/1"),
                        List.of("interface Gi0/1", "description uplink"),
                        List.of("interface Gi0/1", "shutdown"),
                        List.of("router bgp 65000"),
                        List.of("router bgp 65000", "neighbor 192.0.2.1 remote-as 1"),
                        List.of("router bgp 65000", "address-family ipv4"),
                        List.of("router bgp 65000", "address-family ipv4", "neighbor 192.0.2.1 activate"));
    }

    @ParameterizedTest
    @CsvSource({
        "hostname  sw1, true",
        "hostname sw, false",
        "description uplink, false",
        "no hostname, false",
        "no ip routing, true",
        "'interface Gi0/1\n  shutdown', true",
        "'interface Gi0/1\n  no shutdown', false",
        "'interface Gi0/1\n  no description', false",
        "'interface Gi0/1\n  no mtu', true",
        "'interface Gi0/2\n  shutdown', false",
        "'    interface Gi0/1\n     shutdown', true",
    })
    void aLineIsLookedForInItsSectionAndWhole(String lines, boolean there) {
        assertThat(sections(lines).missingIn(RUNNING).isEmpty()).isEqualTo(there);
    }

    @Test
    void theDifferenceNamesTheSections() {
        ConfigTree after = RUNNING.with(
                sections(
                        "interface Gi0/1\n no shutdown\n mtu 9000\nno router bgp 65000\nntp server 192.0.2.9\nno ip routing\n"));

        assertThat(ConfigDiff.between(RUNNING, after)).isEqualTo("""
                         interface Gi0/1
                        - shutdown
                        -router bgp 65000
                        - neighbor 192.0.2.1 remote-as 1
                        - address-family ipv4
                        -  neighbor 192.0.2.1 activate
                         interface Gi0/1
                        + mtu 9000
                        +ntp server 192.0.2.9
                        """);
        assertThat(ConfigDiff.between(after, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "set system host-name sw1, true",
        "set system host-name 'sw1', true",
        "set system login user ada, true",
        "set system login user bob, false",
        "delete system login user bob, true",
        "delete system login, false",
        "delete protocols lldp, true",
    })
    void aWholePathIsLookedForWithAllThatBeginsWithIt(String line, boolean there) {
        ConfigTree running = ConfigTree.of(
                "# made by hand\nset system host-name 'sw1'\nset system login user ada class \"super-user\"\n",
                ConfigStyle.SET);

        assertThat(ConfigTree.of(line, ConfigStyle.SET).missingIn(running).isEmpty())
                .isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        "SECTIONS, shutdown, no shutdown",
        "SECTIONS, no shutdown, shutdown",
        "VIEWS, shutdown, undo shutdown",
        "VIEWS, undo shutdown, shutdown",
        "SET, set system x, delete system x",
        "SET, delete system x, set system x"
    })
    void eachStyleHasItsWayToTakeALineBack(ConfigStyle style, String line, String inverse) {
        assertThat(style.inverse(line)).isEqualTo(inverse);
    }

    private static ConfigTree sections(String text) {
        return ConfigTree.of(text, ConfigStyle.SECTIONS);
    }
}
