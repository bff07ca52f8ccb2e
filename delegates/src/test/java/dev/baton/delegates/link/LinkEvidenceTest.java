package dev.baton.delegates.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.delegates.link.past.PortHistory;
import dev.baton.testing.RecordedAgent;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single tables of vendors tell of a port whose ifIndex is 10202. Values are ours, types and units are the MIBs'. */
class LinkEvidenceTest {

    private static final String PORT = "Te1/1/2";
    private static final String POE = "1.3.6.1.2.1.105.1.1.1.6.";
    private static final String SUPPLY = "1.3.6.1.2.1.105.1.3.1.1.";
    private static final String LAG = "1.2.840.10006.300.43.1.2.1.1.";
    private static final String STATE = LAG + "21.10202 x a2";
    private static final String ALIAS_OF_1003 = "1.3.6.1.2.1.47.1.3.2.1.2.1003.0 o 1.3.6.1.2.1.2.2.1.1.10202";

    /** Rows: vendor, columns for received, sent and the alarm with their index, their values, what is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25506.2.70.1.1.1.12.10202 | -523      | 25506.2.70.1.1.1.35.10202 | 158  | -5.2 dBm, alarm below -18.0 dBm",
                "25506.2.70.1.1.1.12.10202 | -3700     | 25506.2.70.1.1.1.35.10202 | 0    | -37.0 dBm",
                "25506.2.70.1.1.1.12.10202 | 2147483647| 25506.2.70.1.1.1.35.10202 | 158  | not known",
                "11.2.14.11.5.1.82.1.1.1.1.15.10202 | -21310    | 11.2.14.11.5.1.82.1.1.1.1.35.10202 | 158 | -21.3 dBm, alarm below -18.0 dBm",
                "11.2.14.11.5.1.82.1.1.1.1.15.10202 | -99999999 | 11.2.14.11.5.1.82.1.1.1.1.35.10202 | 158 | not known",
                "2011.5.25.31.1.1.3.1.8.1003 | 400  | 2011.5.25.31.1.1.3.1.5.1003 | 41 | -4.0 dBm",
                "2011.5.25.31.1.1.3.1.8.1003 | -612 | 2011.5.25.31.1.1.3.1.5.1003 | 41 | -6.1 dBm",
                "2011.5.25.31.1.1.3.1.8.1003 | -1   | 2011.5.25.31.1.1.3.1.5.1003 | 41 | not known",
                "2011.5.25.31.1.1.3.1.8.1003 | 0    | 2011.5.25.31.1.1.3.1.5.1003 | 41 | not known",
                "14988.1.1.19.1.1.10.7       | -8421| 14988.1.1.19.1.1.6.7        | 41 | -8.4 dBm",
                "14988.1.1.19.1.1.10.8       | -8421| 14988.1.1.19.1.1.6.8        | 41 | not known",
            })
    void lightOfVendorsIsToldInDbm(String received, long value, String alarm, long threshold, String told) {
        RecordedAgent vendor = bare().with("1.3.6.1.4.1." + received + " i " + value)
                .with("1.3.6.1.4.1." + alarm + " i " + threshold)
                .with("1.3.6.1.4.1.14988.1.1.19.1.1.2.7 s " + PORT)
                .with(ALIAS_OF_1003);

        assertThat(evidence(vendor)).contains("light received: " + told + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "25506.2.70.1.1.1.9.10202, -231, -2.3",
        "11.2.14.11.5.1.82.1.1.1.1.14.10202, -2310, -2.3",
        "2011.5.25.31.1.1.3.1.9.1003, 500, -3.0",
        "14988.1.1.19.1.1.9.7, -2310, -2.3"
    })
    void lightSentIsToldToo(String sent, long value, String told) {
        RecordedAgent vendor = bare().with("1.3.6.1.4.1." + sent + " i " + value)
                .with("1.3.6.1.4.1.14988.1.1.19.1.1.2.7 s " + PORT)
                .with(ALIAS_OF_1003);

        assertThat(evidence(vendor)).contains("light sent: " + told + " dBm\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, disabled",
        "2, searching",
        "3, delivering",
        "4, fault",
        "5, other",
        "6, fault",
        "7, other",
    })
    void everyStateOfPowerOverEthernetHasAWord(int status, String word) {
        RecordedAgent poe = bare().with(POE + "1.24 i " + status)
                .with("1.3.6.1.4.1.9.9.402.1.2.1.11.1.24 i 1003")
                .with(ALIAS_OF_1003);

        assertThat(read(poe).facts()).containsEntry("poe", word);
    }

    @Test
    void aDeadSupplyExplainsAPortThatGivesNoPower() {
        RecordedAgent poe = bare().with(POE + "1.24 i 2")
                .with("1.3.6.1.2.1.105.1.1.1.12.1.24 c 3")
                .with("1.3.6.1.4.1.9.9.402.1.2.1.11.1.24 i 1003")
                .with(ALIAS_OF_1003)
                .with(SUPPLY + "2.1 g 370")
                .with(SUPPLY + "3.1 i 3")
                .with(SUPPLY + "4.1 g 0");

        assertThat(read(poe).facts()).containsEntry("poe", "supply-faulty");
        assertThat(evidence(poe))
                .contains("power over Ethernet: searching, denied 3, its supply is faulty, 0 of 370 W used");
    }

    @Test
    void aNumberOfAPoweredPortIsNotTakenForAnInterface() {
        assertThat(read(bare().with(POE + "1.2 i 4")).facts()).containsEntry("poe", "unknown");
        assertThat(read(bare().with(POE + "1.10202 i 4")).facts()).containsEntry("poe", "unknown");
        assertThat(evidence(bare())).contains("power over Ethernet: not visible");
    }

    @Test
    void aNumberThatIsTheInterfacesAndStandsInItsNameIsTaken() {
        RecordedAgent named = bare().with("1.3.6.1.2.1.31.1.1.1.1.10202 s Eth10202")
                .with("1.3.6.1.2.1.2.2.1.2.10202 s Eth10202")
                .with(POE + "1.10202 i 4");

        assertThat(read(named, "Eth10202").facts()).containsEntry("poe", "fault");
        assertThat(read(named.with(POE + "2.10202 i 4"), "Eth10202").facts()).containsEntry("poe", "unknown");
    }

    @Test
    void aPortThatItsBundleDoesNotTakeIsNotUp() {
        RecordedAgent waiting = bare().with(LAG + "12.10202 i 5001")
                .with(LAG + "13.10202 i 0")
                .with(LAG + "9.10202 s 00:00:00:00:00:00")
                .with("1.3.6.1.2.1.31.1.1.1.1.5001 s Po1")
                .with(STATE);

        assertThat(read(waiting).facts())
                .containsEntry("linkState", "blocked")
                .containsEntry("lag", "waiting")
                .containsEntry("lacpPartner", "none");
        assertThat(evidence(waiting)).contains("bundle: not taken by Po1, partner speaks no LACP");
    }

    @Test
    void aMemberHasAPartner() {
        RecordedAgent member = bare().with(LAG + "12.10202 i 5001")
                .with(LAG + "13.10202 i 5001")
                .with(LAG + "9.10202 s 00:1c:73:00:aa:07")
                .with(LAG + "21.10202 s =");

        assertThat(read(member).facts()).containsEntry("linkState", "up").containsEntry("lag", "member");
        assertThat(evidence(member)).contains("bundle: member of bundle 5001, partner 00:1c:73:00:aa:07");
    }

    @Test
    void aPortAloneIsUpWhateverItsLacpSays() {
        RecordedAgent alone =
                bare().with(LAG + "12.10202 i 10202").with(LAG + "13.10202 i 0").with(STATE);

        assertThat(read(alone).facts()).containsEntry("linkState", "up").containsEntry("lag", "none");
        assertThat(read(bare()).facts()).containsEntry("lag", "unknown").containsEntry("lacpPartner", "unknown");
    }

    @Test
    void theLogOfTheDeviceIsEvidence() {
        ScriptedSession logging = ScriptedSession.networkDevice().on("show logging", """
                        *Nov 25 10:00:01: %LINEPROTO-5-UPDOWN: Line protocol on Interface TenGigabitEthernet1/1/1, changed state to down
                        *Nov 25 10:00:02: %PHY-4-UNSUPPORTED_TRANSCEIVER: Unsupported transceiver found in Te1/1/2
                        """);

        Result end = read(logging.on("", bare()::answer), PORT);

        assertThat(end.facts()).containsEntry("logged", "optic");
        assertThat(end.facts().get("evidence"))
                .asString()
                .contains("log: 1 lines name it\n*Nov 25 10:00:02")
                .doesNotContain("10:00:01");
    }

    @Test
    void aDeviceWithoutALoginIsDiagnosedWithoutItsLog() {
        ScriptedSession noLogin = ScriptedSession.networkDevice()
                .on("show logging", Problem.AUTH_FAILED)
                .on("", bare()::answer);

        Result end = read(noLogin, PORT);

        assertThat(end.facts()).containsEntry("logged", "unknown").containsEntry("linkState", "up");
        assertThat(end.facts().get("evidence")).asString().contains("log: not visible: AUTH_FAILED");
    }

    private static RecordedAgent bare() {
        return LabSwitch.agent()
                .without("1.3.6.1.4.1.9.9.91")
                .without("1.3.6.1.2.1.47")
                .without("1.3.6.1.2.1.99");
    }

    private static String evidence(RecordedAgent agent) {
        return String.valueOf(read(agent).facts().get("evidence"));
    }

    private static Result read(RecordedAgent agent) {
        return read(agent, PORT);
    }

    private static Result read(RecordedAgent agent, String port) {
        return read(agent.session(), port);
    }

    private static Result read(ScriptedSession session, String port) {
        return session.perform(
                new ReadLink(LabSwitch.nothingSeen(), new PortHistory(LabSwitch.noRuns(), LabSwitch.noBackups())),
                Inputs.bind(ReadLinkInputs.class, Map.of("port", port)));
    }
}
