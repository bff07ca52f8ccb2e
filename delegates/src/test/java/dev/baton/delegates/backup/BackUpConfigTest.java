package dev.baton.delegates.backup;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.baton.action.Answer;
import dev.baton.action.ConfigStore;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.Findings;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackUpConfigTest {

    private static final BackUpConfigInputs NIGHTLY = new BackUpConfigInputs("nightly");

    private final ConfigStore configs = mock();
    private final Findings findings = mock();
    private final BackUpConfig backUpConfig = new BackUpConfig(configs, findings);

    @Test
    void whatIsKeptHasNoVolatileLinesAndNoSecrets() {
        when(configs.save(any(), any(), any(), any())).thenReturn(new Revision(3, "ab12", true, 2, 1));
        var session = ScriptedSession.networkDevice()
                .on("show running-config", "!time 06:00\nhostname sw1\nenable secret hunter2\nend\n");

        Result result = session.perform(backUpConfig, NIGHTLY);

        verify(configs).save("RUN-000042", "dev1", "hostname sw1\nenable secret <secret 1a2b3c4d>\nend\n", "nightly");
        assertThat(result.facts()).isEqualTo(Map.of("revision", 3, "configChanged", true, "sha256", "ab12"));
        assertThat(result.summary()).isEqualTo("revision 3 (+2 -1)");
        assertThat(result.changed()).isFalse();
    }

    @Test
    void aGoodBackupResolvesTheFindingOfABadOne() {
        when(configs.save(any(), any(), any(), any())).thenReturn(new Revision(1, "ab12", false, 0, 0));

        ScriptedSession.networkDevice().on("show running-config", "end").perform(backUpConfig, NIGHTLY);

        verify(findings).resolve("RUN-000042", "dev1", "backup-failed");
    }

    @Test
    void aTruncatedConfigIsNotKept() {
        var session = ScriptedSession.networkDevice().on("show running-config", "hostname sw1\ninterface Gi");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> session.perform(backUpConfig, NIGHTLY));
        verifyNoInteractions(configs, findings);
    }

    @Test
    void anAnswerThatIsTooLongIsNotKept() {
        var session = ScriptedSession.networkDevice()
                .on("show running-config", command -> new Answer(command, null, null, "end", "", List.of(), 4_711));

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> session.perform(backUpConfig, NIGHTLY));
        verifyNoInteractions(configs);
    }

    @Test
    void nothingButVolatileLinesIsNotKept() {
        var session = ScriptedSession.networkDevice().on("show running-config", "!time end\n");

        assertProblem(Problem.ANSWER_INCOMPLETE, () -> session.perform(backUpConfig, NIGHTLY));
        verifyNoInteractions(configs);
    }

    @Test
    void aRefusedCommandIsNotKept() {
        var session = ScriptedSession.networkDevice().on("show running-config", 1, "end");

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(backUpConfig, NIGHTLY));
        verifyNoInteractions(configs);
    }

    @Test
    void theSummaryCountsTheConfigsThatChanged() {
        Result changed = Result.unchanged("").with(Map.of("configChanged", true));
        Result same = Result.unchanged("").with(Map.of("configChanged", false));

        assertThat(backUpConfig.summarise(Map.of("a", changed, "b", same, "c", changed)))
                .isEqualTo(Map.of("changedConfigs", 2));
    }
}
