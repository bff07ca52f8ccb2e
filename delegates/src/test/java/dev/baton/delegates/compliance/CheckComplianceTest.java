package dev.baton.delegates.compliance;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Content;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.testing.ScriptedSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckComplianceTest {

    private static final String GOOD = """
            service password-encryption
            logging host 192.0.2.60
            logging host 192.0.2.61
            ntp server 192.0.2.123
            ntp server 192.0.2.124
            line con 0
             exec-timeout 10 0
            line vty 0 4
             exec-timeout 5 0
             transport input ssh
            line vty 5 15
             exec-timeout 5 0
             transport input ssh
            end
            """;

    private static final String OWN_RULES = """
            - id: order
              says: Permits come before the denial
              platforms: [cisco_ios]
              section: '^ip access-list '
              ordered: ['^permit ', '^deny ']
            - id: elsewhere
              says: Binds another role
              roles: [core]
              must: ['^nothing of this kind$']
            """;

    private final Past past = new Past();

    @Test
    void aConfigurationThatObeysEveryRuleHasNoFinding() {
        Result result = check(GOOD, Map.of());

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds())
                .containsExactlyInAnyOrder("config-noncompliant", "config-drift", "config-unknown");
    }

    @Test
    void eachBrokenRuleIsOneFindingWithItsPlaces() {
        Result result = check(
                GOOD.replace("transport input ssh", "transport input telnet ssh")
                        .replace("ntp server 192.0.2.124\n", "snmp-server community public RO\n"),
                Map.of());

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part, Finding::severity)
                .containsExactly(
                        tuple("config-noncompliant", "no-telnet", Severity.CRITICAL),
                        tuple("config-noncompliant", "no-default-community", Severity.CRITICAL),
                        tuple("config-noncompliant", "two-time-servers", Severity.WARNING));
        assertThat(result.findings().get(0).message())
                .isEqualTo("Nobody logs in over telnet: in \"line vty 0 4\" \"transport input telnet ssh\" must not be"
                        + " there");
        assertThat(result.findings().get(0).evidence()).contains("line vty 5 15");
    }

    @Test
    void theRemedyNamesEverySection() {
        Result result = check(GOOD.replace("transport input ssh", "transport input all"), Map.of());

        assertThat(result.facts())
                .contains(entry("remedy", "line vty 0 4\n transport input ssh\nline vty 5 15\n transport input ssh"));
    }

    @Test
    void aMissingSectionLacksWhatMustBeInIt() {
        assertThat(check("service password-encryption\nend\n", Map.of()).findings())
                .extracting(Finding::part)
                .contains("no-telnet", "session-ends");
    }

    @Test
    void anInstallationBringsItsOwnRules() {
        Map<String, Object> own = Map.of("rules", "own.yaml", "digest", "0".repeat(64));

        assertThat(check("ip access-list extended A\n deny any\n permit 192.0.2.1\nend\n", own)
                        .findings())
                .extracting(Finding::part)
                .containsExactly("order");
        assertThat(check("ip access-list extended A\n permit 192.0.2.1\n deny any\nend\n", own)
                        .findings())
                .isEmpty();
    }

    @Test
    void theFirstConfigurationIsAcceptedAndAnotherOneDrifts() {
        past.keep(check(GOOD, Map.of()));

        Result result = check(GOOD.replace("line con 0\n", "ip domain-name lab.example\nline con 0\n"), Map.of());

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::evidence)
                .containsExactly(tuple("config-drift", "+ip domain-name lab.example\n"));
        assertThat(result.observations()).isEmpty();
    }

    @Test
    void whatIsAcceptedDriftsNoMore() {
        past.keep(check(GOOD, Map.of()));
        String changed = GOOD.replace("192.0.2.60", "192.0.2.62");

        past.keep(check(changed, Map.of("accept", "true")));

        assertThat(check(changed, Map.of()).findings()).isEmpty();
    }

    @Test
    void aDeviceThatIsNotAsIntendedDriftsFromItsFile() {
        Map<String, Object> intended = Map.of("intended", "intended.yaml", "intendedDigest", "0".repeat(64));

        assertThat(check("ntp server 192.0.2.1\n" + GOOD, intended).findings())
                .extracting(Finding::kind, Finding::part, Finding::evidence)
                .containsExactly(tuple("config-drift", "intended file", "+ntp server 192.0.2.1\n"));
        assertThat(check(GOOD, intended).findings()).isEmpty();
    }

    @Test
    void secretsAreInNoFinding() {
        past.keep(check(GOOD, Map.of()));

        Result result = check("username x secret hunter2\n" + GOOD, Map.of());

        assertThat(result.findings().get(0).evidence()).contains("<secret").doesNotContain("hunter2");
    }

    @Test
    void halfAConfigurationIsNotJudged() {
        assertProblem(Problem.ANSWER_INCOMPLETE, () -> check("line con 0\n", Map.of()));
    }

    @Test
    void theReportProposesTheLinesThatHelpMost() {
        Result telnet = check(GOOD.replace("transport input ssh", "transport input all"), Map.of());
        Result web = check("ip http server\n" + GOOD, Map.of());

        Map<String, Object> report =
                delegate().summarise(Map.of("sw1", web, "sw2", telnet, "sw3", web, "sw4", check(GOOD, Map.of())));

        assertThat(report)
                .contains(
                        entry("noncompliantCount", 3),
                        entry("driftCount", 0),
                        entry("remedyLines", "no ip http server"),
                        entry("remedyCount", 2));
    }

    private CheckCompliance delegate() {
        Map<String, String> files = Map.of(
                "own.yaml", OWN_RULES,
                "intended.yaml", "[{device: dev1, file: dev1.cfg, sha256: '1'}, {device: dev2, file: x, sha256: '2'}]",
                "dev1.cfg", GOOD);
        return new CheckCompliance((path, sha256) -> Content.of(files.get(path)), past);
    }

    private Result check(String configuration, Map<String, Object> inputs) {
        return ScriptedSession.networkDevice()
                .on("show running-config", configuration)
                .perform(delegate(), Inputs.bind(CheckComplianceInputs.class, inputs));
    }

    /** What was accepted. */
    private static final class Past implements Observations {

        private Map<String, Object> content = Map.of();

        private void keep(Result result) {
            result.observations().forEach(one -> content = one.content());
        }

        @Override
        public Optional<Seen> latest(String device, String kind) {
            Instant then = Instant.parse("2026-11-24T06:00:00Z");
            return content.isEmpty() ? Optional.empty() : Optional.of(new Seen(content, then, then, "RUN-000041"));
        }

        @Override
        public List<Seen> history(String device, String kind, int most) {
            return latest(device, kind).stream().toList();
        }

        @Override
        public Map<String, Seen> latest(String kind) {
            return Map.of();
        }
    }
}
