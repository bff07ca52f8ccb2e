package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.LabFleet;
import dev.baton.testing.SnmpBox;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That each device of the lab shows by its agent what it is there to show. */
class LabFaultsTest {

    private static final String FAMILIES =
            "(drive|array|controller|battery|enclosure|module|fan|power-supply|temperature|hardware)-.*";
    /** Told by no agent: by logs, by sudo that is refused, by silence. */
    private static final Set<String> OTHERWISE = Set.of(
            "drive-suspect",
            "drive-link-errors",
            "drive-log-unread",
            "hardware-source-silent",
            "hardware-not-readable");

    static Stream<Arguments> devices() {
        return LabFleet.shown(kind -> kind.matches(FAMILIES) && !OTHERWISE.contains(kind)).entrySet().stream()
                .map(device -> Arguments.of(device.getKey(), device.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void aDeviceShowsWhatItIsThereFor(String device, List<String> kinds) {
        assertThat(Boxes.read(SnmpBox.lab(LabFleet.mib(device))).findings())
                .extracting(Finding::kind)
                .containsAll(kinds);
    }
}
