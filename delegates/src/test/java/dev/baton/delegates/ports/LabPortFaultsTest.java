package dev.baton.delegates.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.LabFleet;
import dev.baton.testing.RecordedAgent;
import dev.baton.testing.SnmpBox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That each device of the lab shows at its first look which ports are not well. */
class LabPortFaultsTest {

    static Stream<Arguments> devices() {
        return LabFleet.shown(kind -> kind.startsWith("port-")).entrySet().stream()
                .map(device -> Arguments.of(device.getKey(), device.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void aDeviceShowsWhatItIsThereFor(String device, List<String> kinds) {
        RecordedAgent agent = Switch.agent();
        for (String file : LabFleet.mib(device)) {
            SnmpBox.lines(file).stream().map(LabPortFaultsTest::still).forEach(agent::with);
        }

        assertThat(new PortsRig().perform(agent).findings())
                .extracting(Finding::kind)
                .containsAll(kinds);
    }

    /** Without the marks of what grows or may be set. */
    private static String still(String line) {
        String[] fields = line.split("\\s+", 3);
        String value = fields.length < 3 ? "" : fields[2];
        return fields[0] + " " + fields[1].charAt(0) + " " + (fields[1].endsWith("+") ? value.split(" ")[0] : value);
    }
}
