package dev.baton.delegates.netconf;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubtreeTest {

    private static final Subtree RUNNING = Subtree.answered("dev1", """
            <data xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">
              <x:ports xmlns:x="urn:p">
                <x:port><x:name>eth0</x:name><x:mtu>1500</x:mtu></x:port>
                <x:port><x:name>eth1</x:name><x:mtu>9000</x:mtu></x:port>
              </x:ports>
            </data>
            """);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<port><name>eth0</name></port>, ``",
                "<port><mtu>9000</mtu><name>eth1</name></port>, ``",
                "<port><name>eth0</name><mtu>9000</mtu></port>, /ports/port",
                "<port><name>eth2</name></port>, /ports/port/name=eth2",
                "<vlan><id>5</id></vlan>, /ports/vlan",
                "<port nc:operation=\"delete\"><name>eth2</name></port>, ``",
                "<port nc:operation=\"remove\"><name>eth0</name></port>, no /ports/port",
                "<port><name>eth1</name><mtu nc:operation=\"delete\"/></port>, no /ports/port/mtu",
                "<port><name>eth1</name><speed nc:operation=\"delete\"/></port>, ``"
            })
    void anEntryIsThereWithAllOfItsElements(String elements, String missing) {
        Subtree wanted = Subtree.read("config", "<ports xmlns=\"urn:p\">" + elements + "</ports>");

        assertThat(String.join(", ", wanted.missingIn(RUNNING))).isEqualTo(missing);
    }

    @Test
    void anotherNamespaceIsAnotherElement() {
        assertThat(Subtree.read("config", "<ports xmlns=\"urn:q\"/>").missingIn(RUNNING))
                .isNotEmpty();
    }

    @Test
    void aFilterOfNamesSelectsWithoutValuesAndOperations() {
        Subtree config = Subtree.read(
                "config", "<a xmlns=\"urn:p\"><b nc:operation=\"delete\"><name>x</name></b></a><c xmlns=\"urn:q\"/>");

        assertThat(config.filterOfNames(config))
                .contains("<name/>")
                .contains("<c xmlns=\"urn:q\"/>")
                .doesNotContain("operation=", ">x<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "text",
                "</config><config>",
                "</config></edit-config></rpc><rpc>",
                "<!DOCTYPE a []><a/>",
                "&lol;",
                "<a>&xxe;</a>",
                "<n:a/>"
            })
    void whatIsNoXmlOfElementsIsRefused(String xml) {
        assertProblem(Problem.BAD_INPUT, () -> Subtree.read("config", xml)).hasMessageContaining("config");
    }
}
