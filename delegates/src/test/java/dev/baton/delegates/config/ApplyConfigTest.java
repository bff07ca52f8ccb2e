package dev.baton.delegates.config;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplyConfigTest {

    private static final String SHOW = "show running-config";
    private static final String BEFORE = "!time 1\narchive\nhostname sw1\nend\n";
    private static final String AFTER = "!time 2\narchive\nhostname sw1\nvlan 30\nend\n";

    private final ApplyConfig applyConfig = new ApplyConfig();

    @Test
    void aSessionIsCommittedCheckedConfirmedAndSaved() {
        var device = device(ScriptedDialect.WITH_SESSIONS)
                .on(SHOW, BEFORE)
                .on(SHOW, AFTER)
                .on("show session diff", "+vlan 30\n+password hunter2\n");

        var result = device.perform(applyConfig, inputs(Map.of("rollbackAfter", "7")));

        String session = device.sent().get(1).substring("configure session ".length());
        assertThat(session).matches("baton-[0-9a-f]{10}");
        assertThat(device.sent())
                .containsExactly(
                        SHOW,
                        "configure session " + session,
                        "vlan 30",
                        "show session diff",
                        "commit timer 07",
                        SHOW,
                        "confirm " + session,
                        "write memory");
        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("diff", "+vlan 30\n+password <secret 1a2b3c4d>\n");
        assertThat(device.waited()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void onlyWhatCanChangeTheDeviceIsMarked() {
        assertThat(changing(ScriptedDialect.WITH_SESSIONS))
                .containsExactlyInAnyOrder("commit timer", "confirm", "undo", "write memory");
        assertThat(changing(ScriptedDialect.ROUTER))
                .contains("configure terminal", "vlan 30", "no vlan 30", "end", "write memory")
                .doesNotContain(SHOW);
    }

    @Test
    void whatIsThereAlreadyIsLeftAlone() {
        var device = device(ScriptedDialect.SWITCH).on(SHOW, AFTER);

        assertThat(device.perform(applyConfig, inputs(Map.of())).changed()).isFalse();

        assertThat(device.sent()).containsExactly(SHOW);
    }

    @Test
    void whatRunsButWasNotSavedIsSaved() {
        var device = device(ScriptedDialect.WITH_SESSIONS).on(SHOW, AFTER).on("show startup-config", BEFORE);

        assertThat(device.perform(applyConfig, inputs(Map.of())).changed()).isTrue();

        assertThat(device.sent()).containsExactly(SHOW, "show startup-config", "write memory");
    }

    @Test
    void aRefusedLineOfACandidateChangesNothing() {
        var device = ScriptedSession.of(ScriptedDialect.WITH_SESSIONS)
                .on(SHOW, BEFORE)
                .on("vlan 30", Problem.COMMAND_REJECTED)
                .on("", "");

        assertProblem(Problem.COMMAND_REJECTED, () -> device.perform(applyConfig, inputs(Map.of())))
                .hasMessageContaining("nothing was changed");
        assertThat(device.sent()).last().isEqualTo("abort");
    }

    @Test
    void aRefusedLineTakesBackTheLinesBeforeIt() {
        var device = ScriptedSession.of(ScriptedDialect.SWITCH)
                .on(SHOW, BEFORE)
                .on("name x", Problem.COMMAND_REJECTED)
                .on("", "");

        assertProblem(
                        Problem.COMMAND_REJECTED,
                        () -> device.perform(applyConfig, inputs(Map.of("lines", "vlan 30\n name x"))))
                .hasMessageContaining("it was taken back, the running configuration is as before");
        assertThat(device.sent())
                .containsExactly(SHOW, "configure revert 5", "vlan 30", "name x", "end", "revert now", SHOW);
    }

    @Test
    void linesThatDoNotShowAreTakenBackByOtherLines() {
        var device = device(ScriptedDialect.ROUTER).on(SHOW, BEFORE);

        assertProblem(Problem.CHECK_FAILED, () -> device.perform(applyConfig, inputs(Map.of())))
                .hasMessageContaining("dev1: wanted \"vlan 30\"")
                .hasMessageContaining("as before");
        assertThat(device.sent())
                .containsExactly(
                        SHOW,
                        "configure terminal",
                        "vlan 30",
                        "end",
                        SHOW,
                        "configure terminal",
                        "no vlan 30",
                        "end",
                        SHOW);
    }

    @Test
    void aLineThatCannotBeTakenBackKeepsNoOtherFromGoing() {
        var device = ScriptedSession.of(ScriptedDialect.ROUTER)
                .on(SHOW, BEFORE)
                .on("mistake", Problem.COMMAND_REJECTED)
                .on("", "");

        assertProblem(
                        Problem.COMMAND_REJECTED,
                        () -> device.perform(applyConfig, inputs(Map.of("lines", "vlan 30\nmistake"))))
                .hasMessageContaining("as before");
        assertThat(String.join(", ", device.sent()))
                .isEqualTo("show running-config, configure terminal, vlan 30, mistake, end,"
                        + " configure terminal, no mistake, end, configure terminal, no vlan 30, end,"
                        + " show running-config");
    }

    @Test
    void whatIsLeftAfterTakingBackIsTold() {
        var device = device(ScriptedDialect.ROUTER)
                .on(SHOW, BEFORE)
                .on(SHOW, "archive\nhostname sw1\nvlan 31\nend\n")
                .on(SHOW, "archive\nhostname sw1\nvlan 31\nend\n");

        assertProblem(Problem.CHECK_FAILED, () -> device.perform(applyConfig, inputs(Map.of())))
                .hasMessageContaining("this difference is left:\n+vlan 31\n");
    }

    @Test
    void aDeviceThatIsCutOffIsWaitedForUntilItWentBack() {
        var device = device(ScriptedDialect.SWITCH)
                .on(SHOW, BEFORE)
                .on(SHOW, command -> {
                    throw Problem.UNREACHABLE.because("dev1 is gone");
                })
                .on(SHOW, BEFORE);

        assertProblem(Problem.CHECK_FAILED, () -> device.perform(applyConfig, inputs(Map.of())))
                .hasMessageContaining("dev1 is gone")
                .hasMessageContaining("after 5 min it was taken back, the running configuration is as before");
        assertThat(device.sent()).doesNotContain("confirm");
        assertThat(device.waited()).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void withoutAWayBackNothingIsSent() {
        var device = device(ScriptedDialect.SWITCH).on(SHOW, "hostname sw1\nend\n");

        assertProblem(Problem.UNSUPPORTED, () -> device.perform(applyConfig, inputs(Map.of())))
                .hasMessageContaining("^archive$");
        assertThat(device.sent()).containsExactly(SHOW);
    }

    @Test
    void aDryRunShowsTheDifferenceAndChangesNothing() {
        var device = device(ScriptedDialect.WITH_SESSIONS).on(SHOW, BEFORE).on("show session diff", "+vlan 30\n");
        var inputs = inputs(Map.of("dryRun", "true"));

        assertThat(device.perform(applyConfig, inputs).facts()).containsEntry("diff", "+vlan 30\n");

        assertThat(device.sent()).last().isEqualTo("abort");
        assertThat(device.commands(applyConfig, inputs)).noneMatch(Command::changes);
        assertThat(applyConfig.effect(inputs)).isEqualTo(Effect.READ);
    }

    @Test
    void aDryRunWithoutCandidatesComparesTheLines() {
        var device = device(ScriptedDialect.ROUTER).on(SHOW, BEFORE);

        var result = device.perform(applyConfig, inputs(Map.of("dryRun", "true")));

        assertThat(applyConfig.summarise(Map.of("dev1", result)))
                .containsEntry("configDiffs", List.of(Map.of("device", "dev1", "diff", "+vlan 30\n")));
        assertThat(device.sent()).containsExactly(SHOW);
    }

    @Test
    void aProbeWaitsUntilTheDeviceWouldHaveGoneBack() {
        var device = device(ScriptedDialect.SWITCH).on(SHOW, AFTER).allowing(applyConfig, inputs(Map.of()));

        assertThat(applyConfig.probe(device, inputs(Map.of()))).isInstanceOf(Probe.Applied.class);
        assertThat(device.waited()).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void aProbeTellsWhatIsMissing() {
        var device = device(ScriptedDialect.WITH_SESSIONS).on(SHOW, BEFORE).allowing(applyConfig, inputs(Map.of()));

        assertThat(applyConfig.probe(device, inputs(Map.of())))
                .isEqualTo(new Probe.NotApplied("the running configuration does not show \"vlan 30\""));
        assertThat(device.waited()).isZero();
    }

    @Test
    void anIncompleteConfigurationIsNotJudged() {
        var device = device(ScriptedDialect.ROUTER).on(SHOW, "hostname sw1\nvlan 30\n");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> device.perform(applyConfig, inputs(Map.of())));
    }

    @Test
    void theCheckComesBeforeTheDeviceGoesBack() {
        var inputs = inputs(Map.of("settle", "PT3M", "rollbackAfter", "5"));

        assertProblem(
                        Problem.BAD_INPUT,
                        () -> ScriptedSession.of(ScriptedDialect.SWITCH).render(applyConfig, inputs))
                .hasMessageContaining("settling time");
        assertThat(ScriptedSession.of(ScriptedDialect.ROUTER).render(applyConfig, inputs))
                .isNotEmpty();
    }

    @Test
    void aHostHasNoSuchConfiguration() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.host().render(applyConfig, inputs(Map.of())));
    }

    private List<String> changing(ScriptedDialect dialect) {
        return ScriptedSession.of(dialect).commands(applyConfig, inputs(Map.of())).stream()
                .filter(Command::changes)
                .map(command -> command.text().replaceAll(" (baton-\\w+|\\d\\d)$", ""))
                .map(text -> text.equals("vlan") || text.equals("no vlan") ? text + " 30" : text)
                .distinct()
                .toList();
    }

    /** It takes every line. */
    private static ScriptedSession device(ScriptedDialect dialect) {
        ScriptedSession session = ScriptedSession.of(dialect);
        List.of("configure", "vlan 30", "commit", "confirm", "end", "undo", "revert now", "abort", "write memory")
                .forEach(words -> session.on(words, ""));
        return session;
    }

    private static ApplyConfigInputs inputs(Map<String, String> others) {
        Map<String, String> given = new HashMap<>(Map.of("lines", "vlan 30"));
        given.putAll(others);
        return Inputs.bind(ApplyConfigInputs.class, given);
    }
}
