package dev.baton.delegates.ports;

import static dev.baton.delegates.ports.Switch.IF;
import static dev.baton.delegates.ports.Switch.IFX;
import static dev.baton.delegates.ports.Switch.port;
import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.RecordedAgent;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortStatesTest {

    private final PortsRig rig = new PortsRig();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uplink to core1 | 1 | 1 | ",
                "uplink to core1 | 1 | 2 | port-down CRITICAL Gi1/0/1",
                "Up-Link core1   | 1 | 6 | port-down CRITICAL Gi1/0/1",
                "TRUNK to sw2    | 1 | 5 | port-down WARNING Gi1/0/1",
                "uplink to core1 | 1 | 4 | port-unknown WARNING Gi1/0/1",
                "uplink to core1 | 1 | 9 | port-unknown WARNING Gi1/0/1",
                "uplink to core1 | 1 | 7 | ",
                "uplink to core1 | 1 | 3 | ",
                "uplink to core1 | 3 | 2 | ",
                "uplink to core1 | 2 | 2 | port-shut-unexpected WARNING Gi1/0/1",
                "uplink, spare   | 1 | 2 | ",
                "desk 12         | 1 | 2 | port-down WARNING Gi1/0/1",
                "desk 12         | 1 | 6 | port-down WARNING Gi1/0/1",
                "desk 12         | 1 | 5 | ",
                "desk 12         | 1 | 4 | ",
                "desk 12         | 2 | 2 | ",
                "Gi1/0/1         | 1 | 2 | ",
                "HUAWEI, Quidway Series, Gi1/0/1 Interface | 1 | 2 | ",
                "port 12         | 1 | 2 | ",
                "1/1             | 1 | 2 | ",
                "00:00:00        | 1 | 2 | ",
                "75:70:6c:69:6e:6b:00:00 | 1 | 2 | port-down CRITICAL Gi1/0/1",
                "                | 1 | 2 | ",
                "                | 1 | 6 | ",
            })
    void aPortIsComparedWithWhatItIsFor(String alias, int admin, int oper, String found) {
        RecordedAgent device = Switch.agent().with(port(1, "Gi1/0/1", alias == null ? "" : alias, admin, oper));

        assertThat(String.join(", ", rig.found(device))).isEqualTo(found == null ? "" : found);
    }

    @Test
    void thePortIsNamedWithItsDescriptionAndWhatWasSeenIsTheEvidence() {
        Result result = rig.look(Switch.agent().with(port(7, "Gi1/0/7", "uplink to core1", 1, 2)));

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.part()).isEqualTo("Gi1/0/7");
            assertThat(finding.message())
                    .isEqualTo("Gi1/0/7 (uplink to core1) is down, though its description wants a link");
            assertThat(finding.evidence()).isEqualTo("admin up, oper down, changed 8639958 s ago");
        });
        assertThat(result.summary()).isEqualTo("1 ports, 0 up, 1 findings");
    }

    @Test
    void aDescriptionThatIsTheDevicesOwnNameOfThePortIsNone() {
        RecordedAgent device = Switch.agent()
                .with(port(1005, "1/5", "Omni 1/5", 1, 2))
                .with(IF + "2.1005 s Omni 1/5")
                .with(port(1006, "1/6", "link to sw2 1/6", 1, 2))
                .with(IF + "2.1006 s Omni 1/6");

        assertThat(rig.found(device)).containsExactly("port-down WARNING 1/6");
    }

    @Test
    void aPortThatTheDeviceHasShutIsNamedWithTheCause() {
        Result result = rig.look(Switch.agent()
                .with(port(10101, "Gi1/0/1", "desk 4", 1, 2))
                .with(port(10102, "Gi1/0/2", "", 1, 2))
                .with("1.3.6.1.4.1.9.9.548.1.3.1.1.2.10101.0 i 2")
                .with("1.3.6.1.4.1.9.9.548.1.3.1.1.2.10102.0 i 0"));

        assertThat(PortsRig.words(result)).containsExactly("port-err-disabled WARNING Gi1/0/1");
        assertThat(result.findings().get(0).evidence()).contains("shut by the device: bpduGuard");
    }

    @Test
    void aPortWithoutDescriptionIsMissedOnlyAfterItsLinkWasSeen() {
        rig.look(Switch.agent().with(port(1, "Gi1/0/1", "", 1, 1)));

        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "", 1, 2))))
                .containsExactly("port-down INFO Gi1/0/1");
        rig.wait(Duration.ofDays(8));
        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "", 1, 2)))).isEmpty();
    }

    @Test
    void aLinkThatWentDownWellAfterTheStartOfTheDeviceIsMissedAtOnce() {
        String lost = IF + "9.1 t 863000000";

        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "", 1, 2)).with(lost)))
                .containsExactly("port-down INFO Gi1/0/1");
    }

    @Test
    void aPortThatIsShutWhileInUseIsUnexpectedUntilItIsForgotten() {
        rig.look(Switch.agent().with(port(1, "Gi1/0/1", "desk 12", 1, 1)));

        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "desk 12", 2, 2))))
                .containsExactly("port-shut-unexpected WARNING Gi1/0/1");
        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "desk 12", 2, 2))))
                .containsExactly("port-shut-unexpected WARNING Gi1/0/1");
        rig.wait(Duration.ofDays(8));
        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "desk 12", 2, 2))))
                .isEmpty();
    }

    @Test
    void aUsedPortThatLeavesTheTableWasOnAModuleThatWasPulled() {
        rig.look(Switch.agent()
                .with(port(1, "Gi1/0/1", "uplink", 1, 1))
                .with(port(2, "Gi2/0/1", "uplink west", 1, 1))
                .with(port(3, "Gi2/0/2", "", 1, 1)));

        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "uplink", 1, 1))))
                .containsExactly("port-down CRITICAL Gi2/0/1");
        assertThat(rig.found(Switch.agent().with(port(1, "Gi1/0/1", "uplink", 1, 1))))
                .containsExactly("port-down CRITICAL Gi2/0/1");
    }

    @Test
    void theCauseOfALinkThatIsBackIsResolved() {
        rig.look(Switch.agent().with(port(1, "Gi1/0/1", "desk", 1, 2)).with(port(2, "Gi1/0/2", "desk", 1, 2)));
        rig.look(Switch.agent().with(port(1, "Gi1/0/1", "desk", 1, 1)).with(port(2, "Gi1/0/2", "desk", 1, 2)));

        assertThat(rig.resolved()).containsExactly("link-down-cause Gi1/0/1");
    }

    @Test
    void changesOfStateAndTimesOfChangeAreCounted() {
        rig.look(Switch.agent().with(port(1, "Gi1/0/1", "desk", 1, 1)));
        rig.wait(Duration.ofMinutes(15));
        rig.look(Switch.up(864_090_000).with(port(1, "Gi1/0/1", "desk", 1, 1)).with(IF + "9.1 t 864050000"));
        rig.wait(Duration.ofMinutes(15));

        assertThat(rig.found(Switch.up(864_180_000)
                        .with(port(1, "Gi1/0/1", "desk", 1, 1))
                        .with(IF + "9.1 t 864150000")))
                .containsExactly("port-flapping WARNING Gi1/0/1");
    }

    @Test
    void aRestartIsNoFlapping() {
        for (int round = 0; round < 5; round++) {
            assertThat(rig.found(Switch.up(90_000 + round)
                            .with(port(1, "Gi1/0/1", "desk", 1, 1))
                            .with(IF + "9.1 t " + (3_000 + round))))
                    .isEmpty();
            rig.wait(Duration.ofMinutes(15));
        }
    }

    @Test
    void aDeviceWithoutIfXTableIsReadByItsOldTable() {
        RecordedAgent old = Switch.agent()
                .with(port(1, "FastEthernet0/1", "", 1, 1))
                .with(port(2, "FastEthernet0/2", "", 1, 2))
                .without("1.3.6.1.2.1.31")
                .without("1.3.6.1.2.1.10");

        Result result = rig.look(old);

        assertThat(result.findings()).isEmpty();
        assertThat(result.facts()).containsEntry("ports", 2).containsEntry("partly", false);
    }

    @Test
    void portsOfOneNameAreToldApart() {
        Result result = rig.look(
                Switch.agent().with(port(3, "Port", "uplink a", 1, 2)).with(port(4, "Port", "uplink b", 1, 2)));

        assertThat(result.findings()).extracting("part").containsExactly("Port [3]", "Port [4]");
    }

    @Test
    void aPartOfAPortWithoutLinkIsNotReportedASecondTime() {
        RecordedAgent router = Switch.agent()
                .with(port(1, "ge-0/0/1", "uplink a", 1, 2))
                .with(port(2, "ge-0/0/1.0", "uplink a", 1, 2))
                .with(port(3, "ge-0/0/2", "uplink b", 1, 1))
                .with(port(4, "ge-0/0/2.0", "uplink b", 1, 2));

        assertThat(rig.found(router)).containsExactly("port-down CRITICAL ge-0/0/1", "port-down CRITICAL ge-0/0/2.0");
    }

    @Test
    void aDeviceWithoutStatesIsNotFine() {
        RecordedAgent stateless =
                Switch.agent().with(port(1, "1", "uplink", 1, 1)).without(IF + "8");

        assertThat(rig.found(stateless)).containsExactly("port-unknown WARNING 1");
    }

    @Test
    void namesAndStatesMustBeWhole() {
        RecordedAgent cut =
                Switch.agent().with(port(1, "Gi1/0/1", "uplink", 1, 2)).breaking(IFX + "1", Problem.TIMEOUT);

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> rig.look(cut)).hasMessageContaining("NAME");
    }

    @Test
    void aColumnThatBreaksOffMarksTheLookAsPartAndSettlesNothingThatNeedsIt() {
        RecordedAgent cut = Switch.agent()
                .with(port(1, "Gi1/0/1", "uplink", 1, 2))
                .breaking(Switch.DOT3 + "19", Problem.COMMAND_REJECTED);

        Result result = rig.look(cut);

        assertThat(PortsRig.words(result)).containsExactly("port-down CRITICAL Gi1/0/1");
        assertThat(result.facts()).containsEntry("partly", true);
        assertThat(result.summary()).endsWith("; read in part, without [DUPLEX]");
        assertThat(result.checkedKinds())
                .contains("port-down", "port-errors", "ports-unread")
                .doesNotContain("port-half-duplex");
    }

    @Test
    void aDeviceThatFallsSilentIsNotAskedOn() {
        RecordedAgent cut =
                Switch.agent().with(port(1, "Gi1/0/1", "uplink", 1, 2)).breaking(IF + "9", Problem.UNREACHABLE);

        Result result = rig.look(cut);

        assertThat(result.checkedKinds()).contains("port-down").doesNotContain("port-flapping", "port-errors");
    }

    @Test
    void aDeviceWithoutSnmpIsPassedOver() {
        Result result = rig.perform(Switch.agent().breaking("1.3.6.1.2.1.1.3.0", Problem.UNSUPPORTED));

        assertThat(result.summary()).startsWith("not looked at: ");
        assertThat(result.checkedKinds()).isEmpty();
        assertThat(result.observations()).isEmpty();
    }

    @Test
    void aDeviceThatListsNoInterfaceIsNotFine() {
        assertProblem(Problem.CHECK_FAILED, () -> rig.look(Switch.agent())).hasMessageContaining("lists no interface");
    }
}
