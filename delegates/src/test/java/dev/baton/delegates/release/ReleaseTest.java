package dev.baton.delegates.release;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Content;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static final String DIGEST = "ab".repeat(32);
    private static final String CURRENT = "readlink /srv/shop/current";
    private static final String PREVIOUS = "readlink /srv/shop/previous";
    private static final String STAMP = "cat /srv/shop/releases/2.4.1/.sha256";

    private final StageRelease stageRelease = new StageRelease((path, sha256) -> Content.of("a release"));
    private final ActivateRelease activateRelease = new ActivateRelease();
    private final RollBackRelease rollBackRelease = new RollBackRelease();
    private final ReadRelease readRelease = new ReadRelease();

    @Test
    void aReleaseIsBroughtAndUnpackedOnce() {
        ScriptedSession host = ScriptedSession.host()
                .on(STAMP, 1, "")
                .on("/srv/shop/.incoming-2.4.1 bytes=9", "made")
                .on("baton-unpack", "");

        assertThat(host.perform(stageRelease, stage("shop-2.4.1.tar.gz")).changed())
                .isTrue();
        assertThat(host.sent().get(2)).endsWith(" /srv/shop 2.4.1 " + DIGEST + " shop-2.4.1.tar.gz .incoming-2.4.1");

        ScriptedSession again = ScriptedSession.host().on(STAMP, DIGEST + "\n");
        assertThat(again.perform(stageRelease, stage("shop-2.4.1.tar.gz")).changed())
                .isFalse();
    }

    @Test
    void aUrlIsFetchedByTheHost() {
        ScriptedSession host =
                ScriptedSession.host().on(STAMP, 1, "").on("curl -fsSL", "").on("baton-unpack", "");

        host.perform(stageRelease, stage("https://files.example.org/shop.jar?v=2"));

        assertThat(host.sent().get(1))
                .isEqualTo("curl -fsSL --proto =https,http -o /srv/shop/.incoming-2.4.1"
                        + " 'https://files.example.org/shop.jar?v=2'");
        assertThat(host.sent().get(2)).endsWith(" shop.jar .incoming-2.4.1");
    }

    @Test
    void otherContentUnderTheSameNameIsNotTakenForTheRelease() {
        ScriptedSession host = ScriptedSession.host().on(STAMP, "cd".repeat(32) + "\n");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(stageRelease, stage("shop.tar")))
                .hasMessageContaining("other content");
    }

    @Test
    void anotherDigestOnTheHostIsTold() {
        ScriptedSession host = ScriptedSession.host()
                .on(STAMP, 1, "")
                .on("curl", "")
                .on("baton-unpack", command -> Answer.of(command, 3, "", "another SHA-256 than " + DIGEST));

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(stageRelease, stage("https://example.org/a.tar")))
                .hasMessageContaining("another SHA-256 than");
    }

    @Test
    void aReleaseBecomesCurrentAndTheOneBeforeIsRemembered() {
        ScriptedSession host = ScriptedSession.host()
                .on(CURRENT, "releases/2.4.0\n")
                .on(CURRENT, "releases/2.4.1\n")
                .on("baton-switch", "")
                .on("sudo -n systemctl restart shop.service", "");

        Result result = host.perform(activateRelease, activate("shop.service"));

        assertThat(result.facts()).containsEntry("releaseBefore", "releases/2.4.0");
        assertThat(host.fact("releaseBefore")).contains("releases/2.4.0");
    }

    @Test
    void repeatedAfterACrashItRestartsAndKeepsWhatWasBefore() {
        ScriptedSession host = ScriptedSession.hostAsRoot()
                .knowing("releaseBefore", "releases/2.4.0")
                .on(CURRENT, "releases/2.4.1\n")
                .on("/srv/shop/current/bin/activate", "");

        Result result = host.perform(activateRelease, activate("bin/activate"));

        assertThat(result.facts()).containsEntry("releaseBefore", "releases/2.4.0");
        assertThat(host.sent()).contains("/srv/shop/current/bin/activate");
    }

    @Test
    void aFailedRestartFailsTheActivation() {
        ScriptedSession host = ScriptedSession.hostAsRoot()
                .on(CURRENT, "releases/2.4.0\n")
                .on("baton-switch", "")
                .on("systemctl restart", command -> Answer.of(command, 1, "", "Job for shop.service failed."));

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(activateRelease, activate("shop.service")))
                .hasMessageContaining("Job for shop.service failed.");
        assertThat(host.fact("releaseBefore")).contains("releases/2.4.0");
    }

    @Test
    void anActivationThatLeavesTheReleaseIsRefused() {
        for (String activation : List.of("../../bin/sh", "/bin/sh", "bin/../x", "a b", ".")) {
            assertProblem(
                    Problem.BAD_INPUT, () -> ScriptedSession.host().render(activateRelease, activate(activation)));
        }
    }

    @Test
    void theReleaseBeforeComesBack() {
        ScriptedSession host = ScriptedSession.hostAsRoot()
                .knowing("releaseBefore", "releases/2.4.0")
                .on(CURRENT, "releases/2.4.1\n")
                .on(CURRENT, "releases/2.4.0\n")
                .on(PREVIOUS, "releases/2.4.0\n")
                .on("baton-back", "")
                .on("systemctl restart", "");

        assertThat(host.perform(rollBackRelease, activate("shop.service")).summary())
                .isEqualTo("back to releases/2.4.0");
        assertThat(host.sent()).anyMatch(text -> text.contains("baton-back"));
    }

    @Test
    void aHostWhereThisRunActivatedNothingIsLeftAlone() {
        assertThat(ScriptedSession.host()
                        .perform(rollBackRelease, activate("shop.service"))
                        .changed())
                .isFalse();
        assertThat(ScriptedSession.host()
                        .knowing("releaseBefore", "releases/2.4.1")
                        .perform(rollBackRelease, activate("shop.service"))
                        .changed())
                .isFalse();
    }

    @Test
    void theFirstReleaseHasNoWayBack() {
        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> ScriptedSession.host()
                                .knowing("releaseBefore", "")
                                .perform(rollBackRelease, activate("shop.service")))
                .hasMessageContaining("no release before");
    }

    @Test
    void anotherPreviousThanRememberedIsNotTaken() {
        ScriptedSession host = ScriptedSession.host()
                .knowing("releaseBefore", "releases/2.4.0")
                .on(CURRENT, "releases/2.4.1\n")
                .on(PREVIOUS, "releases/1.0\n");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(rollBackRelease, activate("shop.service")))
                .hasMessageContaining("leads to \"releases/1.0\"");
    }

    @Test
    void theReportCountsHostsThatRunAnotherRelease() {
        Map<String, Object> summary = readRelease.summarise(
                Map.of("web1", read(0, "releases/2.4.1\n"), "web2", read(0, "releases/2.4.0\n"), "web3", read(1, "")));

        assertThat(summary).containsEntry("outdatedCount", 2);
        assertThat(summary.get("releaseTable"))
                .isEqualTo(List.of(
                        Map.of("device", "web1", "release", "2.4.1"),
                        Map.of("device", "web2", "release", "2.4.0"),
                        Map.of("device", "web3", "release", "none")));
    }

    private Result read(int exitStatus, String output) {
        return ScriptedSession.host()
                .on(CURRENT, exitStatus, output)
                .perform(readRelease, new ReadReleaseInputs("/srv/shop", "2.4.1"));
    }

    private static StageReleaseInputs stage(String artefact) {
        return Inputs.bind(
                StageReleaseInputs.class, all(Map.of("artefact", artefact, "sha256", DIGEST.toUpperCase(Locale.ROOT))));
    }

    private static ActivateReleaseInputs activate(String activation) {
        return Inputs.bind(ActivateReleaseInputs.class, all(Map.of("activation", activation)));
    }

    private static Map<String, String> all(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(Map.of("folder", "/srv/shop", "release", "2.4.1"));
        all.putAll(given);
        return all;
    }
}
