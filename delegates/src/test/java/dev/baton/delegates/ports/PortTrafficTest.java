package dev.baton.delegates.ports;

import static dev.baton.delegates.ports.Switch.IF;
import static dev.baton.delegates.ports.Switch.IFX;
import static dev.baton.delegates.ports.Switch.counts;
import static dev.baton.delegates.ports.Switch.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.RecordedAgent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortTrafficTest {

    private static final long LATER = 864_090_000;
    private final PortsRig rig = new PortsRig();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000000 |    0 |     0 | ",
                "1000000 |   99 |     0 | ",
                "1000000 |  100 |     0 | port-errors WARNING Gi1/0/1",
                "1000000 |  999 |     0 | port-errors WARNING Gi1/0/1",
                "1000000 | 1000 |     0 | port-errors CRITICAL Gi1/0/1",
                "1000000 |    0 |   999 | ",
                "1000000 |    0 |  1000 | port-discards INFO Gi1/0/1",
                "1000000 |    0 | 10000 | port-discards WARNING Gi1/0/1",
                "0       |    5 |     0 | port-errors CRITICAL Gi1/0/1",
                "500     |    2 |     0 | ",
            })
    void damagedAndDiscardedPacketsAreShares(long packets, long errors, long discards, String found) {
        rig.look(Switch.agent().with(up()).with(counts(1, 7_000_000, 50, 60)));
        rig.wait(Duration.ofMinutes(15));

        List<String> second =
                rig.found(Switch.up(LATER).with(up()).with(counts(1, 7_000_000 + packets, 50 + errors, 60 + discards)));

        assertThat(String.join(", ", second)).isEqualTo(found == null ? "" : found);
    }

    private static String up() {
        return port(1, "Gi1/0/1", "desk", 1, 1);
    }

    @Test
    void theFirstLookJudgesNoCounters() {
        assertThat(rig.found(Switch.agent().with(up()).with(counts(1, 1_000, 900, 900))))
                .isEmpty();
    }

    @Test
    void aCounterOf32BitsThatWrapsIsSeenThrough() {
        rig.look(old(Switch.agent(), 4_294_967_000L, 4_294_967_290L));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(old(Switch.up(LATER), 999_704, 194))).containsExactly("port-errors WARNING Gi1/0/1");
    }

    /** Without counters of 64 bits, at 100 Mb/s. */
    private static RecordedAgent old(RecordedAgent agent, long packets, long errors) {
        return agent.with(port(1, "Gi1/0/1", "", 1, 1))
                .with(IFX + "15.1 g 100")
                .with(IF + "11.1 c " + packets)
                .with(IF + "17.1 c " + packets)
                .with(IF + "14.1 c " + errors);
    }

    @Test
    void packetsThatMayHaveGoneRoundMoreThanOnceAreNoBase() {
        String fast = IFX + "15.1 g 10000";
        rig.look(old(Switch.agent(), 1_000, 0).with(fast));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(old(Switch.up(LATER), 2_000, 500).with(fast))).isEmpty();
    }

    @Test
    void countersThatBeganAnewAreNotCompared() {
        rig.look(Switch.agent().with(up()).with(counts(1, 7_000_000, 50, 60)));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(Switch.up(60_000).with(up()).with(counts(1, 1_000, 49, 0))))
                .isEmpty();
        rig.wait(Duration.ofMinutes(15));
        assertThat(rig.found(Switch.up(150_000)
                        .with(up())
                        .with(counts(1, 3_000, 60, 0))
                        .with(IFX + "19.1 t 100000")))
                .isEmpty();
    }

    @Test
    void aFindingStaysWhileItsPortCannotBeMeasured() {
        rig.look(Switch.agent().with(up()).with(counts(1, 0, 0, 0)));
        rig.wait(Duration.ofMinutes(15));
        assertThat(rig.found(Switch.up(LATER).with(up()).with(counts(1, 10_000, 100, 0))))
                .containsExactly("port-errors CRITICAL Gi1/0/1");
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(Switch.up(60_000).with(up()).with(counts(1, 1_000, 49, 0))))
                .containsExactly("port-errors WARNING Gi1/0/1");
        rig.wait(Duration.ofMinutes(15));
        assertThat(rig.found(Switch.up(150_000).with(up()).with(counts(1, 900_000, 49, 0))))
                .isEmpty();
    }

    @Test
    void badFramesCountWhereTheAgentLeavesThemOutOfTheErrors() {
        rig.look(Switch.agent().with(up()).with(counts(1, 0, 0, 0)).with(Switch.DOT3 + "3.1 c 10"));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(Switch.up(LATER)
                        .with(up())
                        .with(counts(1, 10_000, 0, 0))
                        .with(Switch.DOT3 + "3.1 c 60")))
                .containsExactly("port-errors CRITICAL Gi1/0/1");
    }

    @Test
    void wideCountersThatNeverCountAreLeftForTheOldOnes() {
        rig.look(old(Switch.agent(), 5_000, 0).with(IFX + "7.1 C 0").with(IFX + "11.1 C 0"));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(
                        old(Switch.up(LATER), 105_000, 20).with(IFX + "7.1 C 0").with(IFX + "11.1 C 0")))
                .containsExactly("port-errors WARNING Gi1/0/1");
    }

    @Test
    void aDeviceWithoutSysUpTimeIsMeasuredByOurClock() {
        rig.look(Switch.agent().with(up()).with(counts(1, 0, 0, 0)).without("1.3.6.1.2.1.1"));
        rig.waitByOurClock(Duration.ofMinutes(15));

        assertThat(rig.found(Switch.agent()
                        .with(up())
                        .with(counts(1, 10_000, 100, 0))
                        .without("1.3.6.1.2.1.1")))
                .containsExactly("port-errors CRITICAL Gi1/0/1");
    }

    @Test
    void halfDuplexIsFoundOnPortsWithAConnectorOnly() {
        String half = Switch.DOT3 + "19.1 i 2";

        assertThat(rig.found(Switch.agent().with(up()).with(half))).containsExactly("port-half-duplex WARNING Gi1/0/1");
        assertThat(rig.found(Switch.agent().with(up()).with(half).with(IFX + "17.1 i 2")))
                .isEmpty();
    }

    @Test
    void aPortThatCameBackSlowerIsFoundUntilItsDescriptionChanges() {
        String slow = IFX + "15.1 g 100";
        rig.look(Switch.agent().with(port(1, "eth1", "server", 1, 1)));

        assertThat(rig.found(
                        Switch.agent().with(port(1, "eth1", "server", 1, 1)).with(slow)))
                .containsExactly("port-slow WARNING eth1");
        assertThat(rig.found(
                        Switch.agent().with(port(1, "eth1", "server", 1, 1)).with(slow)))
                .containsExactly("port-slow WARNING eth1");
        assertThat(rig.found(
                        Switch.agent().with(port(1, "eth1", "printer", 1, 1)).with(slow)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Te1/1/1              | uplink | 1000  | port-slow WARNING Te1/1/1",
                "TenGigabitEthernet4  | desk   | 1000  | port-slow INFO TenGigabitEthernet4",
                "xe-0/0/1             |        | 1000  | ",
                "Gi1/0/1              | uplink | 1000  | ",
                "Gi1/0/1              | uplink | 0     | ",
                "Gi1/0/1              | uplink | 18446744073709551615 | ",
                "Twe1/0/1             | uplink | 10000 | port-slow WARNING Twe1/0/1",
                "Port 1               | uplink | 10    | ",
            })
    void aPortIsHeldAgainstWhatItsNameSays(String name, String alias, String speed, String found) {
        RecordedAgent device = Switch.agent()
                .with(port(1, name, alias == null ? "" : alias, 1, 1))
                .with(IFX + "15.1 g " + speed)
                .with(IF + "5.1 g " + (speed.equals("0") ? "4294967295" : "1000000000"));

        assertThat(String.join(", ", rig.found(device))).isEqualTo(found == null ? "" : found);
    }
}
