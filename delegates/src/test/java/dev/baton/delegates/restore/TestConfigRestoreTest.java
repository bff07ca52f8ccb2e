package dev.baton.delegates.restore;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Stored;
import dev.baton.action.Content;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestConfigRestoreTest {

    private static final String KEPT =
            "hostname sw1\nenable secret <scrubbed:1a2b3c4d>\ninterface Ethernet1\n description \"to core\"\n mtu 9000\nend\n";

    private final ConfigArchive archive = mock();
    private final TestConfigRestore testConfigRestore = new TestConfigRestore(archive);
    private final ScriptedSession device = ScriptedSession.of(ScriptedDialect.WITH_SESSIONS);

    @Test
    void theLinesAreTypedIntoACandidateThatIsGivenUp() {
        kept(KEPT);
        device.on("configure", "")
                .on("hostname", "")
                .on("interface", "")
                .on("mtu", "")
                .on("abort", "");

        Result result = perform();

        assertThat(device.sent())
                .containsExactly(
                        "configure session baton-restore-test",
                        "hostname sw1",
                        "interface Ethernet1",
                        "mtu 9000",
                        "abort");
        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds()).contains("config-restore-failed");
        assertThat(result.facts())
                .containsEntry("restorable", true)
                .containsEntry("loaded", true)
                .containsEntry("secretLines", List.of("enable secret <scrubbed:1a2b3c4d>"));
        assertThat(result.summary()).contains("takes its 3 lines", "2 were left out", "1 secrets have to be entered");
    }

    @Test
    void aLineThatTheDeviceRefusesIsAFinding() {
        kept(KEPT);
        device.on("configure", "")
                .on("hostname", "")
                .on("interface", "")
                .on("mtu", Problem.COMMAND_REJECTED)
                .on("abort", "");

        Result result = perform();

        assertThat(device.sent()).endsWith("abort");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.part()).isEqualTo("lines");
            assertThat(finding.evidence()).contains("scripted COMMAND_REJECTED");
        });
        assertThat(testConfigRestore.summarise(Map.of("dev1", result))).containsEntry("restorableCount", 0);
    }

    @Test
    void whatIsNotWhatWasKeptIsAFindingAndNothingIsTyped() {
        when(archive.stored("dev1")).thenReturn(Optional.of(new Stored("dev1", "arista_eos", 7, "0".repeat(64), KEPT)));

        assertThat(found())
                .contains(
                        "Revision 7",
                        "wanted the content with SHA-256 000",
                        Content.of(KEPT).sha256());
    }

    @Test
    void aHalfOneIsAFinding() {
        kept("hostname sw1\n");

        assertThat(found()).contains("it is not complete: the last line is not end");
    }

    @Test
    void aSecretInTheClearIsAFinding() {
        kept("enable secret hunter2\nend\n");

        assertThat(found()).contains("shows a secret").doesNotContain("hunter2");
    }

    @Test
    void aPlatformWithoutCandidatesIsCheckedByItsContentOnly() {
        kept(KEPT);
        ScriptedSession router = ScriptedSession.of(ScriptedDialect.ROUTER);

        Result result = router.perform(testConfigRestore, inputs());

        assertThat(router.sent()).isEmpty();
        assertThat(result.facts()).containsEntry("restorable", true).containsEntry("loaded", false);
    }

    @Test
    void withoutABackupThereIsNothingToTest() {
        assertProblem(Problem.CHECK_FAILED, this::perform).hasMessageContaining("dev1");
    }

    private String found() {
        Result result = perform();
        assertThat(device.sent()).isEmpty();
        assertThat(result.findings()).extracting(Finding::part).containsExactly("content");
        return result.findings().get(0).message();
    }

    private void kept(String configuration) {
        when(archive.stored("dev1"))
                .thenReturn(Optional.of(new Stored(
                        "dev1", "arista_eos", 7, Content.of(configuration).sha256(), configuration)));
    }

    private Result perform() {
        return device.perform(testConfigRestore, inputs());
    }

    private static TestConfigRestoreInputs inputs() {
        return Inputs.bind(TestConfigRestoreInputs.class, Map.of());
    }
}
