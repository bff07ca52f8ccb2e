package dev.baton.delegates.firmware;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Channel;
import dev.baton.action.Decisions;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.delegates.firmware.vendor.Vendor;
import dev.baton.delegates.firmware.vendor.Vendors;
import dev.baton.testing.ScriptedSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFirmwareTest {

    private static final ReadFirmwareInputs INPUTS = Inputs.bind(ReadFirmwareInputs.class, Map.of());
    private static final String OS_RELEASE = """
            PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
            NAME="Debian GNU/Linux"
            VERSION_ID="12"
            ID=debian
            Linux 6.1.0-35-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.137-1 (2025-05-07) x86_64
            """;
    private static final String FACTS = """
            release\t12.11
            sys_vendor\tDell Inc.
            product_name\tPowerEdge R640
            bios_version\t2.19.1
            drive\t/sys/block/nvme0n1/device\tGDC5602Q\tDell Ent NVMe PM1735a MU 1.6TB\tS6LAB00000001
            nic\teno1\t22.31.6
            """;

    private final PastFirmware past = new PastFirmware();
    private Map<String, Object> policy = Map.of("minimum", "1");

    static List<RecordedDevice> devices() {
        return RecordedDevice.all();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aDeviceIsWhatItsAgentSays(RecordedDevice device) {
        Map<String, Object> seen = content(perform(device.session()));

        assertThat(said(seen, "platform")).isEqualTo(device.platform());
        assertThat(said(seen, "version")).isEqualTo(device.version());
        assertThat(said(seen, "model")).isEqualTo(device.model());
        assertThat(said(seen, "serial")).isEqualTo(device.serial());
    }

    @Test
    void everyKindHasARecording() {
        assertThat(devices())
                .extracting(RecordedDevice::platform)
                .containsAll(Vendors.all().stream().map(Vendor::platform).toList());
    }

    @Test
    void everyValueNamesItsSource() {
        Map<String, Object> seen = content(perform(recorded("arista_eos").session()));

        assertThat(seen.get("sources"))
                .isEqualTo(Map.of(
                        "platform", "sysObjectID and sysDescr",
                        "vendor", "sysObjectID and sysDescr",
                        "version", "sysDescr",
                        "model", "sysDescr",
                        "serial", "entPhysicalSerialNum.1",
                        "description", "sysDescr"));
    }

    @Test
    void aDeviceOfNoKnownKindHasTheMakerOfItsNumber() {
        RecordedDevice appliance = devices().stream()
                .filter(device -> device.variables().values().stream()
                        .anyMatch(variable -> variable.value().equals("1.3.6.1.4.1.31926.1")))
                .findFirst()
                .orElseThrow();

        assertThat(content(perform(appliance.session())))
                .contains(entry("vendor", "Siklu"))
                .hasEntrySatisfying(
                        "description", text -> assertThat(text.toString()).contains("2.6.32"));
    }

    @Test
    void membersOfAStackAndPartsWithFirmwareAreKept() {
        assertThat(parts(recorded("cisco_ios")))
                .extracting("name", "serial")
                .contains(tuple("1", "FOC1932X0K1"), tuple("2", "FOC1932X0K2"));
        assertThat(parts(recorded("dell_idrac")))
                .extracting("name", "version")
                .containsExactly(tuple("BIOS", "2.19.1"), tuple("PERC H740P Mini", "51.16.0-4076"));
        assertThat(parts(recorded("hpe_ilo")))
                .extracting("name", "version")
                .contains(tuple("iLO 5", "2.78 Apr 28 2023"));
    }

    @Test
    void anAgentThatChokesOnTablesStillSaysWhatItIs() {
        RecordedDevice device = recorded("arista_eos");
        ScriptedSession session = ScriptedSession.networkDevice().on("", command -> {
            if (command.channel() == Channel.SNMP_WALK) {
                throw Problem.ANSWER_INCOMPLETE.because("the agent goes in circles");
            }
            return device.answer(command);
        });

        assertThat(content(perform(session)))
                .contains(entry("version", "4.29.2F"))
                .doesNotContainKey("serial");
    }

    @Test
    void theCommandLineIsAskedWhereSnmpTellsNoVersion() {
        ScriptedSession session =
                ScriptedSession.networkDevice().on("show version", """
                        Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E3, RELEASE SOFTWARE
                        cisco WS-C2960X-24TS-L (APM86LAB) processor (revision B0) with 524288K bytes of memory.
                        Processor board ID FOC1932X0K1
                        """).on("", Problem.UNSUPPORTED);

        assertThat(content(perform(session)))
                .contains(
                        entry("version", "15.2(7)E3"),
                        entry("model", "WS-C2960X-24TS-L"),
                        entry("serial", "FOC1932X0K1"),
                        entry("platform", "cisco_ios"));
    }

    @Test
    void theCommandLineIsLeftAloneWhereSnmpTellsTheVersion() {
        RecordedDevice device = recorded("cisco_ios");
        ScriptedSession session = ScriptedSession.networkDevice().on("", device::answer);

        perform(session);

        assertThat(session.sent()).doesNotContain("show version");
    }

    @Test
    void aHostIsKnownByItsRelease() {
        Result result =
                perform(ScriptedSession.host().on("show version", OS_RELEASE).on("", FACTS));

        assertThat(content(result))
                .contains(
                        entry("platform", "linux"),
                        entry("vendor", "Debian GNU/Linux"),
                        entry("version", "12.11"),
                        entry("model", "PowerEdge R640"));
        assertThat((List<?>) content(result).get("parts"))
                .extracting("name")
                .containsExactly("nvme0n1", "eno1", "BIOS", "kernel");
    }

    @Test
    void aHostThatRefusesTheLoginIsNotKnownByItsKernel() {
        ScriptedSession host =
                ScriptedSession.host().on("show version", Problem.AUTH_FAILED).on("", recorded("linux")::answer);

        assertProblem(Problem.AUTH_FAILED, () -> perform(host));
    }

    @Test
    void aDeviceThatAnswersNowhereFailsWithItsFirstReason() {
        ScriptedSession device = ScriptedSession.networkDevice()
                .on("show version", Problem.UNSUPPORTED)
                .on("", Problem.UNREACHABLE);

        assertProblem(Problem.UNREACHABLE, () -> perform(device)).hasMessageContaining("UNSUPPORTED");
    }

    @Test
    void anOldVersionIsFound() {
        policy = Map.of("minimum", "15.2(7)E8", "recommended", "15.2(7)E10");

        Result result = perform(recorded("cisco_ios").session());

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::severity, Finding::message)
                .containsExactly(tuple(
                        "firmware-outdated",
                        Severity.WARNING,
                        "Firmware of a WS-C2960X-24TS-L: 15.2(7)E3 is older than the minimum 15.2(7)E8, recommended is"
                                + " 15.2(7)E10"));
        assertThat(result.checkedKinds())
                .containsExactlyInAnyOrder(
                        "firmware-outdated", "firmware-forbidden", "firmware-unknown", "firmware-changed");
    }

    @Test
    void aForbiddenVersionIsCriticalAndAnUnknownOneIsNeverGood() {
        policy = Map.of("forbidden", "7.2.0..7.2.6");
        assertThat(perform(recorded("fortinet").session()).findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple("firmware-forbidden", Severity.CRITICAL));

        policy = Map.of("minimum", "1");
        assertThat(perform(recorded("meraki").session()).findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple("firmware-unknown", Severity.WARNING));

        policy = Map.of();
        assertThat(perform(recorded("arista_eos").session()).findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple("firmware-unknown", Severity.INFO));
    }

    @Test
    void anotherVersionThanLastTimeIsSaid() {
        past.content =
                Map.of("version", "4.28.0F", "model", "DCS-7050SX3-48YC8", "serial", "JPE2LAB0001", "parts", List.of());

        assertThat(perform(recorded("arista_eos").session()).findings())
                .extracting(Finding::kind, Finding::message)
                .contains(tuple(
                        "firmware-changed",
                        "The firmware is another one: chassis 1 from none to DCS-7050SX3-48YC8 JPE2LAB0001 4.29.2F,"
                                + " version from 4.28.0F to 4.29.2F"));
    }

    @Test
    void twoLooksAtOneDeviceSeeTheSame() {
        Result first = perform(recorded("cisco_ios").session());
        past.content = content(first);

        Result second = perform(recorded("cisco_ios").session());

        assertThat(second.observations()).isEqualTo(first.observations());
        assertThat(second.findings()).isEmpty();
    }

    @Test
    void aTableThatIsLostOnTheWayIsNoChange() {
        RecordedDevice device = recorded("cisco_ios");
        past.content = content(perform(device.session()));
        ScriptedSession lossy = ScriptedSession.networkDevice().on("", command -> {
            if (command.channel() == Channel.SNMP_WALK) {
                throw Problem.UNREACHABLE.because("no answer");
            }
            return device.answer(command);
        });

        Result result = perform(lossy);

        assertThat(result.findings()).isEmpty();
        assertThat(content(result)).isEqualTo(past.content);
    }

    @Test
    void theReportCountsVerdictsAndShowsTheWorstFirst() {
        policy = Map.of("minimum", "5", "forbidden", "7.2.5");
        Map<String, Object> report = readFirmware()
                .summarise(Map.of(
                        "fw1", perform(recorded("fortinet").session()),
                        "sw1", perform(recorded("arista_eos").session()),
                        "sw2", perform(recorded("cisco_nxos").session())));

        assertThat(report)
                .contains(
                        entry("compliantCount", 1),
                        entry("outdatedCount", 1),
                        entry("blockedCount", 1),
                        entry("unknownCount", 0));
        assertThat((List<?>) report.get("firmwareTable")).extracting("device").containsExactly("fw1", "sw1", "sw2");
    }

    private ReadFirmware readFirmware() {
        Decisions decisions = (decision, facts) -> List.of(policy);
        return new ReadFirmware(past, decisions);
    }

    private Result perform(ScriptedSession session) {
        return session.perform(readFirmware(), INPUTS);
    }

    private List<?> parts(RecordedDevice device) {
        return (List<?>) content(perform(device.session())).get("parts");
    }

    private static Map<String, Object> content(Result result) {
        return result.observations().get(0).content();
    }

    private static String said(Map<String, Object> seen, String name) {
        return seen.getOrDefault(name, "-").toString();
    }

    private static RecordedDevice recorded(String platform) {
        return devices().stream()
                .filter(device -> device.platform().equals(platform))
                .findFirst()
                .orElseThrow();
    }

    /** What was seen before. */
    private static final class PastFirmware implements Observations {

        private Map<String, Object> content = Map.of();

        @Override
        public Optional<Seen> latest(String device, String kind) {
            return history(device, kind, 1).stream().findFirst();
        }

        @Override
        public List<Seen> history(String device, String kind, int most) {
            Instant then = Instant.parse("2026-11-24T06:00:00Z");
            return content.isEmpty() ? List.of() : List.of(new Seen(content, then, then, "RUN-000041"));
        }

        @Override
        public Map<String, Seen> latest(String kind) {
            return Map.of();
        }
    }
}
