package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtocolLinksTest {

    private final List<String> events = new ArrayList<>();
    private final InventoryDevice device = Devices.snmp(161, null);
    private final DeviceLink link = new ProtocolLinks(List.of(
                    new Recorded("ssh", Set.of(Channel.EXEC, Channel.CLI)),
                    new Recorded("snmp", Set.of(Channel.SNMP_GET))))
            .open(device);

    @Test
    void eachProtocolIsOpenedOnceAndWhenItIsNeeded() {
        link.send(Command.exec("uptime"));
        link.send(Command.cli("show clock"));
        link.connect(Command.snmpGet("1.3.6.1.2.1.1.5.0"));
        link.close();

        assertThat(events)
                .startsWith("open ssh", "ssh uptime", "ssh show clock", "open snmp", "snmp connect")
                .contains("close ssh", "close snmp");
    }

    @Test
    void aChannelThatNoProtocolCarriesIsUnsupported() {
        Command read = Command.sftpRead("/etc/motd");

        assertThat(catchThrowableOfType(ActionProblem.class, () -> link.send(read)))
                .hasMessageContaining("box1")
                .hasMessageContaining("SFTP_READ")
                .extracting(ActionProblem::problem)
                .isEqualTo(Problem.UNSUPPORTED);
    }

    @Test
    void afterAnAbortNothingIsSent() {
        link.abort();

        assertThat(catchThrowableOfType(ActionProblem.class, () -> link.send(Command.exec("uptime")))
                        .problem())
                .isEqualTo(Problem.CANCELLED);
        assertThat(events).doesNotContain("ssh uptime");
    }

    private final class Recorded implements Protocol {

        private final String name;
        private final Set<Channel> channels;

        Recorded(String name, Set<Channel> channels) {
            this.name = name;
            this.channels = channels;
        }

        @Override
        public Set<Channel> channels() {
            return channels;
        }

        @Override
        public DeviceLink open(InventoryDevice opened) {
            events.add("open " + name);
            return new DeviceLink() {
                @Override
                public void connect(Command command) {
                    events.add(name + " connect");
                }

                @Override
                public Answer send(Command command) {
                    events.add(name + " " + command.text());
                    return Answer.of(command, "");
                }

                @Override
                public void abort() {
                    events.add("abort " + name);
                }

                @Override
                public void close() {
                    events.add("close " + name);
                }
            };
        }
    }
}
