package dev.baton.delegates.link.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Operation;
import dev.baton.testing.ScriptedDialect;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortLogTest {

    /** Lines in the forms of their platforms, written for this test. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gi1/0/7 | guard    | 000123: *Nov 25 10:00:02.123: %SPANTREE-2-BLOCK_BPDUGUARD: Received BPDU on port Gi1/0/7 with BPDU Guard enabled. Disabling port.",
                "Gi1/0/7 | security | Nov 25 10:00:02: %PM-4-ERR_DISABLE: psecure-violation error detected on Gi1/0/7, putting Gi1/0/7 in err-disable state",
                "Gi1/0/7 | power    | Nov 25 10:00:02: %ILPOWER-5-ILPOWER_POWER_DENY: Interface Gi1/0/7: inline power denied. Reason: insufficient power",
                "Gi1/0/7 | none     | Nov 25 10:00:02: %ILPOWER-5-POWER_GRANTED: Interface Gi1/0/7: Power granted",
                "Gi1/0/7 | duplex   | %CDP-4-DUPLEX_MISMATCH: duplex mismatch discovered on GigabitEthernet1/0/7 (not half duplex), with sw9 Gi0/1 (half duplex).",
                "Gi1/0/7 | none     | %LINK-3-UPDOWN: Interface GigabitEthernet1/0/7, changed state to down",
                "Gi1/0/7 | none     | %LINK-3-UPDOWN: Interface GigabitEthernet1/0/17, changed state to down",
                "Gi1/0/7 | bundle   | %EC-5-CANNOT_BUNDLE2: Gi1/0/7 is not compatible with Gi1/0/8 and will be suspended (speed of Gi1/0/7 is 100M)",
                "Ethernet1/7 | optic   | 2026 Nov 25 10:00:02 leaf1 %ETHPORT-3-IF_UNSUPPORTED_TRANSCEIVER: Transceiver on interface Ethernet1/7 is not supported",
                "Ethernet1/7 | bundle  | 2026 Nov 25 10:00:02 leaf1 %ETH_PORT_CHANNEL-5-PORT_SUSPENDED: Ethernet1/7: Ethernet1/7 is suspended",
                "Ethernet7   | removed | Nov 25 10:00:02 leaf1 XcvrAgent: %XCVR-6-REMOVED: Transceiver for interface Ethernet7 has been removed",
                "ge-0/0/7    | none    | Nov 25 10:00:02 ex1 mib2d[2011]: SNMP_TRAP_LINK_DOWN: ifIndex 513, ifAdminStatus up(1), ifOperStatus down(2), ifName ge-0/0/7",
                "ge-0/0/7    | guard   | Nov 25 10:00:02 ex1 eswd[1999]: ESWD_BPDU_BLOCK_ERROR_ENABLED: ge-0/0/7: bpdu-guard disabled port",
                "GE1/0/7     | power   | %Nov 25 10:00:02:123 2026 h3c POE/4/POE_FAULT: PoE of port GE1/0/7: overload",
                "GE0/0/7     | removed | Nov 25 2026 10:00:02 ce1 %%01SRM/4/OPTICAL(l)[3]:Optical module was removed. (PortName=GE0/0/7)",
                "7           | none    | I 11/25/26 10:00:02 00077 ports: port 7 is now off-line",
                "7           | guard   | W 11/25/26 10:00:02 00884 ports: port 7 - loop detected, disabled by loop-protect",
                "sfp-sfpplus1| removed | 10:00:02 interface,info sfp-sfpplus1 module removed",
                "eth7        | none    | 2026-11-25T10:00:02+0000 host kernel: igb 0000:07:00.0 eth7: igb: eth7 NIC Link is Down",
            })
    void signsOfPlatformsAreKnown(String port, String sign, String line) {
        assertThat(log(port, "other line\n" + line + "\n").sign()).isEqualTo(sign);
    }

    @Test
    void aNumberAloneIsNotTheNameOfAPort() {
        assertThat(log("7", "I 11/25/26 10:00:02 00077 chassis: fan 7 of 8 changed, 7 seen\n")
                        .text())
                .isEqualTo("no line names it");
    }

    @Test
    void ofManyLinesBothEndsAreKeptAndLongOnesAreCut() {
        String many = IntStream.range(0, 40)
                .mapToObj(n -> "line " + n + " of Gi1/0/7 " + "x".repeat(300))
                .collect(Collectors.joining("\n"));

        PortLog log = log("Gi1/0/7", many);

        assertThat(log.text()).startsWith("40 lines name it\nline 0 ").contains("line 2 ", "(34 more)", "line 39 ");
        assertThat(log.text()).hasLineCount(8).hasSizeLessThan(1_000);
    }

    @Test
    void anEmptyLogIsNotVisible() {
        assertThat(log("Gi1/0/7", "\n")).isEqualTo(new PortLog("unknown", "not visible: the device gives no line"));
    }

    private static PortLog log(String port, String text) {
        Command command = ScriptedDialect.SWITCH.command(Operation.SHOW_LOG);
        return PortLog.of(Answer.of(command, text), port);
    }
}
