package dev.baton.delegates.config;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStyle;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypingTest {

    private final Typing typing = new Typing(Shell.NETWORK_CLI, ConfigStyle.SECTIONS);

    @Test
    void sectionsAreEnteredAndLeft() {
        ConfigTree lines = sections("""
                router bgp 65000
                 address-family ipv4
                  neighbor 192.0.2.1 activate
                 neighbor 192.0.2.1 remote-as 1
                interface Gi0/1
                 shutdown
                hostname sw1
                """);

        assertThat(typing.typed(lines.paths()))
                .containsExactly(
                        "router bgp 65000",
                        "address-family ipv4",
                        "neighbor 192.0.2.1 activate",
                        "exit",
                        "neighbor 192.0.2.1 remote-as 1",
                        "exit",
                        "interface Gi0/1",
                        "shutdown",
                        "exit",
                        "hostname sw1");
    }

    @Test
    void aPathWithoutItsSectionIsReachedThroughIt() {
        assertThat(typing.typed(List.of(List.of("interface Gi0/1", "no mtu 9000"), List.of("no vlan 30"))))
                .containsExactly("interface Gi0/1", "no mtu 9000", "exit", "no vlan 30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do reload",
                "END",
                "en",
                "exi",
                "abort",
                "commit",
                "rollback 1",
                "configure terminal",
                "reload in 1",
                "wr mem",
                "copy a b",
                "description a | b",
                "description $(reboot)",
                "description `id`",
                "description \"x\"",
                "description a;b",
                "banner ?",
                "hostname a\u0007b",
                "hostname a\rreload"
            })
    void whatIsNoConfigurationIsRefused(String line) {
        assertProblem(Problem.BAD_INPUT, () -> typing.typed(List.of(List.of(line))));
    }

    @Test
    void viewsAreLeftByQuit() {
        ConfigTree lines = ConfigTree.of("interface Vlan1\n shutdown\nsysname sw1\n", ConfigStyle.VIEWS);

        assertThat(new Typing(Shell.NETWORK_CLI, ConfigStyle.VIEWS).typed(lines.paths()))
                .containsExactly("interface Vlan1", "shutdown", "quit", "sysname sw1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit system", "run reload", "commit", "rollback 1", "load override x", "settle x"})
    void aWholePathBeginsWithSetOrDelete(String line) {
        assertProblem(
                        Problem.BAD_INPUT,
                        () -> new Typing(Shell.NETWORK_CLI, ConfigStyle.SET).typed(List.of(List.of(line))))
                .hasMessageContaining("begins with set or delete");
    }

    private static ConfigTree sections(String text) {
        return ConfigTree.of(text, ConfigStyle.SECTIONS);
    }
}
