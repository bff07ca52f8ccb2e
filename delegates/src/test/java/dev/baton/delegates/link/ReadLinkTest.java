package dev.baton.delegates.link;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigStore;
import dev.baton.action.Inputs;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.delegates.link.past.PortHistory;
import dev.baton.testing.RecordedAgent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against the access switch of the lab: an uplink without light, and one that works. */
class ReadLinkTest {

    private static final String LLDP = "1.0.8802.1.1.2";
    private static final String SENSORS = "1.3.6.1.4.1.9.9.91";

    private Map<String, Object> remembered = Map.of();
    private Optional<ConfigStore.Change> changed = Optional.empty();

    @Test
    void anEndWithoutLightIsDarkAndItsLaserWorks() {
        Result end = read(LabSwitch.agent(), "Te1/1/1");

        assertThat(end.facts())
                .containsEntry("linkState", "down")
                .containsEntry("light", "dark")
                .containsEntry("laser", "ok")
                .containsEntry("neighbourDevice", "");
        assertThat(end.facts().get("evidence"))
                .asString()
                .contains("dev1, Te1/1/1 (uplink to core-sw1): admin up, oper down")
                .contains("light received: -40.0 dBm, alarm below -14.4 dBm");
    }

    @Test
    void aPortIsFoundByItsLongNameAndByItsDescription() {
        assertThat(read(LabSwitch.agent(), "TenGigabitEthernet1/1/2").summary()).startsWith("Te1/1/2 ");
        assertThat(read(LabSwitch.agent(), "uplink to core-sw2").summary()).startsWith("Te1/1/2 ");
        assertProblem(Problem.CHECK_FAILED, () -> read(LabSwitch.agent(), "Te9/9/9"))
                .hasMessageContaining("Gi1/0/1");
    }

    @Test
    void whoAnnouncesItselfIsKnownByTheNameOfTheLocalPort() {
        Result end = read(LabSwitch.agent(), "Te1/1/2");

        assertThat(end.facts())
                .containsEntry("linkState", "up")
                .containsEntry("neighbourDevice", "core-sw2")
                .containsEntry("neighbourPort", "Ethernet2");
    }

    @Test
    void whoWasSeenWhileTheLinkWasUpIsRemembered() {
        Observation seen = read(LabSwitch.agent(), "Te1/1/2").observations().get(0);
        remembered = seen.content();

        assertThat(read(LabSwitch.agent().without(LLDP), "Te1/1/2").facts())
                .containsEntry("neighbourDevice", "core-sw2");
    }

    @Test
    void aPortThatTheSwitchShutSaysWhy() {
        assertThat(read(LabSwitch.agent(), "Gi1/0/4").facts())
                .containsEntry("errDisable", "bpduGuard")
                .containsEntry("light", "unknown");
    }

    @Test
    void wattsBecomeDbm() {
        RecordedAgent standard = LabSwitch.agent().without(SENSORS).with("""
                1.3.6.1.2.1.99.1.1.1.1.1101 i 6
                1.3.6.1.2.1.99.1.1.1.2.1101 i 7
                1.3.6.1.2.1.99.1.1.1.3.1101 i 0
                1.3.6.1.2.1.99.1.1.1.4.1101 i 250
                1.3.6.1.2.1.99.1.1.1.5.1101 i 1
                """);

        assertThat(read(standard, "Te1/1/2").facts().get("evidence")).asString().contains("light received: -6.0 dBm\n");
    }

    @Test
    void weakLightNeedsAThreshold() {
        RecordedAgent weak = LabSwitch.agent().with(SENSORS + ".1.1.1.1.4.1101 i -200");

        assertThat(read(weak, "Te1/1/2").facts()).containsEntry("light", "weak");
        assertThat(read(weak.without(SENSORS + ".1.2"), "Te1/1/2").facts()).containsEntry("light", "ok");
    }

    @Test
    void anUplinkThatTheSpanningTreeBlocksIsNotUp() {
        RecordedAgent blocked =
                LabSwitch.agent().with("1.3.6.1.2.1.17.1.4.1.2.52 i 10202").with("1.3.6.1.2.1.17.2.15.1.3.52 i 2");

        assertThat(read(blocked, "Te1/1/2").facts())
                .containsEntry("linkState", "blocked")
                .containsEntry("stp", "blocking");
    }

    @Test
    void aBundleMemberWithoutSynchronisationIsTold() {
        assertThat(read(LabSwitch.agent().with("1.2.840.10006.300.43.1.2.1.1.21.10202 x a2"), "Te1/1/2")
                        .facts())
                .containsEntry("lacp", "unsynchronised");
        assertThat(read(LabSwitch.agent().with("1.2.840.10006.300.43.1.2.1.1.21.10202 s ="), "Te1/1/2")
                        .facts())
                .containsEntry("lacp", "synchronised");
    }

    @Test
    void theNeighbourByCdpTellsADuplexThatDiffers() {
        RecordedAgent cdp = LabSwitch.agent().without(LLDP).with("""
                1.3.6.1.4.1.9.9.23.1.2.1.1.6.10202.7 s dist-sw9
                1.3.6.1.4.1.9.9.23.1.2.1.1.7.10202.7 s Gi0/1
                1.3.6.1.4.1.9.9.23.1.2.1.1.12.10202.7 i 2
                """);

        assertThat(read(cdp, "Te1/1/2").facts())
                .containsEntry("neighbourDevice", "dist-sw9")
                .containsEntry("duplex", "mismatch");
    }

    @Test
    void onlyAChangeOfTheConfigurationThatNamesThePortIsEvidence() {
        changed = Optional.of(new ConfigStore.Change(
                Instant.EPOCH, "RUN-000007", "nightly", List.of(" interface TenGigabitEthernet1/1/1", "+ shutdown")));

        assertThat(read(LabSwitch.agent(), "Te1/1/1").facts().get("evidence"))
                .asString()
                .contains("configuration changed: 1970-01-01T00:00:00Z in RUN-000007 (nightly)", "+ shutdown");
        assertThat(read(LabSwitch.agent(), "Te1/1/2").facts().get("evidence"))
                .asString()
                .contains("configuration changed: the last change, 1970-01-01T00:00:00Z, does not name it")
                .doesNotContain("RUN-000007");
    }

    @Test
    void anEndThatCouldNotBeReadHasNeutralFacts() {
        ReadLink delegate = new ReadLink(observations(), new PortHistory(LabSwitch.noRuns(), configs()));

        assertThat(delegate.summarise(Map.of()))
                .containsEntry("linkState", "unreachable")
                .containsEntry("light", "unknown")
                .containsEntry("evidence", "not read");
    }

    private Result read(RecordedAgent agent, String port) {
        return agent.session()
                .perform(
                        new ReadLink(observations(), new PortHistory(LabSwitch.noRuns(), configs())),
                        Inputs.bind(ReadLinkInputs.class, Map.of("port", port)));
    }

    private ConfigStore configs() {
        return new ConfigStore() {
            @Override
            public Revision save(Dump dump) {
                throw new UnsupportedOperationException("reading a link saves nothing");
            }

            @Override
            public Optional<Change> lastChange(String device) {
                return changed;
            }
        };
    }

    private Observations observations() {
        return new Observations() {
            @Override
            public Optional<Seen> latest(String device, String kind) {
                return Optional.of(new Seen(remembered, Instant.EPOCH, Instant.EPOCH, "RUN-000041"));
            }

            @Override
            public List<Seen> history(String device, String kind, int most) {
                return List.of();
            }

            @Override
            public Map<String, Seen> latest(String kind) {
                return Map.of();
            }
        };
    }
}
