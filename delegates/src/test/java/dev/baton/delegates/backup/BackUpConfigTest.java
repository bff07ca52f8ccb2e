package dev.baton.delegates.backup;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.baton.action.Answer;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Dump;
import dev.baton.action.ConfigStore.Kept;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackUpConfigTest {

    private static final BackUpConfigInputs NIGHTLY = inputs(Map.of());

    private final ConfigStore configs = mock();
    private final Findings findings = mock();
    private final BackUpConfig backUpConfig = new BackUpConfig(configs, findings);

    @BeforeEach
    void everyDumpIsNew() {
        when(configs.save(any())).thenReturn(new Revision(3, "ab12", true, 2, 1));
    }

    @Test
    void whatIsKeptHasNoVolatileLinesAndNoSecrets() {
        var session = ScriptedSession.networkDevice()
                .on("show running-config", "!time 06:00\nhostname sw1\nenable secret hunter2\nend\n");

        Result result = session.perform(backUpConfig, NIGHTLY);

        verify(configs)
                .save(new Dump(
                        "RUN-000042", "dev1", "hostname sw1\nenable secret <secret 1a2b3c4d>\nend\n", "nightly"));
        assertThat(result.facts())
                .isEqualTo(Map.of("revision", 3, "configChanged", true, "fetchSkipped", false, "sha256", "ab12"));
        assertThat(result.summary()).isEqualTo("revision 3 (+2 -1)");
        assertThat(result.changed()).isFalse();
    }

    @Test
    void aGoodBackupResolvesTheFindingOfABadOne() {
        when(configs.save(any())).thenReturn(new Revision(1, "ab12", false, 0, 0));

        ScriptedSession.networkDevice().on("show running-config", "end").perform(backUpConfig, NIGHTLY);

        verify(findings).resolve("RUN-000042", "dev1", "backup-failed");
    }

    @Test
    void aTruncatedConfigIsNotKept() {
        assertNotKept(ScriptedSession.networkDevice().on("show running-config", "hostname sw1\ninterface Gi"));
    }

    @Test
    void anAnswerThatIsTooLongIsNotKept() {
        assertNotKept(ScriptedSession.networkDevice()
                .on("show running-config", command -> new Answer(command, null, null, "end", "", List.of(), 4_711)));
    }

    @Test
    void nothingButVolatileLinesIsNotKept() {
        assertNotKept(ScriptedSession.networkDevice().on("show running-config", "!time end\n"));
    }

    @Test
    void aRefusedCommandIsNotKept() {
        var session = ScriptedSession.networkDevice().on("show running-config", 1, "end");

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(backUpConfig, NIGHTLY));
        verify(configs, never()).save(any());
    }

    @Test
    void lessThanHalfOfTheLastOneIsNotKept() {
        kept(10, null, false);

        assertNotKept(ScriptedSession.networkDevice().on("show running-config", "end\n"))
                .hasMessageContainingAll("dev1", "wanted at least 50 % of the 10 bytes of revision 2", "got 4 bytes");

        verifyNoInteractions(findings);
    }

    @Test
    void aPersonMayAcceptASmallerOne() {
        kept(10, null, false);

        ScriptedSession.networkDevice()
                .on("show running-config", "end\n")
                .perform(backUpConfig, inputs(Map.of("smallestShare", "0")));

        verify(configs).save(any());
    }

    @Test
    void aConfigurationThatChangesWhileItIsReadIsReadUntilItStays() {
        var session = ScriptedSession.networkDevice()
                .on("show running-config", "a\nend\n")
                .on("show running-config", "a\nb\nend\n");

        session.perform(backUpConfig, inputs(Map.of("quietTime", "PT1M")));

        assertThat(session.sent()).hasSize(3);
        verify(configs).save(new Dump("RUN-000042", "dev1", "a\nb\nend\n", "nightly"));
    }

    @Test
    void whatAnotherRunBackedUpInTheQuietTimeIsLeft() {
        when(configs.last("dev1"))
                .thenReturn(Optional.of(new Kept(2, "cd34", 4, null, null, Instant.EPOCH, false)))
                .thenReturn(Optional.of(new Kept(3, "ab12", 4, null, null, Instant.EPOCH.plusSeconds(1), false)));
        var session = ScriptedSession.networkDevice();

        Result result = session.perform(backUpConfig, inputs(Map.of("quietTime", "PT1M")));

        assertThat(session.waited()).isEqualTo(Duration.ofMinutes(1));
        assertThat(session.sent()).isEmpty();
        assertThat(result.facts()).containsEntry("revision", 3).containsEntry("fetchSkipped", true);
        verify(configs, never()).save(any());
    }

    @Test
    void aConfigurationThatNeverStaysIsNotKept() {
        var session = ScriptedSession.networkDevice();
        List.of("a", "b", "c", "d").forEach(line -> session.on("show running-config", line + "\nend\n"));

        assertProblem(
                Problem.ANSWER_INCOMPLETE, () -> session.perform(backUpConfig, inputs(Map.of("quietTime", "PT1M"))));
        verify(configs, never()).save(any());
    }

    @Test
    void theSummaryCountsTheConfigsThatChangedAndThoseNotFetched() {
        Result changed = Result.unchanged("").with(Map.of("configChanged", true, "fetchSkipped", false));
        Result same = Result.unchanged("").with(Map.of("configChanged", false, "fetchSkipped", true));

        assertThat(backUpConfig.summarise(Map.of("a", changed, "b", same, "c", changed)))
                .isEqualTo(Map.of("changedConfigs", 2, "skippedConfigs", 1));
    }

    private void kept(int bytes, String mark, boolean fetchDue) {
        when(configs.last("dev1"))
                .thenReturn(Optional.of(new Kept(2, "cd34", bytes, mark, null, Instant.EPOCH, fetchDue)));
    }

    private AbstractThrowableAssert<?, ?> assertNotKept(ScriptedSession session) {
        var problem = assertProblem(Problem.ANSWER_INCOMPLETE, () -> session.perform(backUpConfig, NIGHTLY));
        verify(configs, never()).save(any());
        return problem;
    }

    private static BackUpConfigInputs inputs(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("reason", "nightly"));
        all.putAll(given);
        return Inputs.bind(BackUpConfigInputs.class, all);
    }
}
