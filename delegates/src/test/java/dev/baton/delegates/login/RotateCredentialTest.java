package dev.baton.delegates.login;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Finding;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.login.LoginSecrets.Kind;
import dev.baton.action.login.LoginSecrets.Versions;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotateCredentialTest {

    private static final RotateCredentialInputs USUAL = new RotateCredentialInputs(32, ".ssh/authorized_keys");
    private static final String CHANGE = "chpasswd <<< ops:{pending}";
    private static final String REVERT = "chpasswd <<< ops:{current}";
    private static final String REFUSED = "refused: it allows password\n";

    private final RememberedSecrets passwords = new RememberedSecrets(Kind.PASSWORD);
    private final RememberedSecrets keys = new RememberedSecrets(Kind.KEY);
    private final ScriptedSession host = ScriptedSession.host().on("true", "");

    @Test
    void aPasswordIsPromotedAfterASecondSessionSignedIn() {
        host.on(CHANGE, "").on("pending", "accepted\n");

        Result result = host.perform(new RotateCredential(passwords), USUAL);

        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("credentialVersion", 1);
        assertThat(host.sent()).containsExactly("true", "sudo -n " + CHANGE + "\n", "pending");
        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(1, 0));
    }

    @Test
    void thePlanShowsWordsInBracesAndNoSecret() {
        assertThat(host.render(new RotateCredential(passwords), USUAL))
                .contains("sudo -n chpasswd <<< ops:{pending}\n", "sudo -n chpasswd <<< ops:{current}\n");
    }

    @Test
    void aPasswordThatIsNotLetInIsTakenBackOverTheOldSession() {
        host.on(CHANGE, "").on(REVERT, "").on("pending", REFUSED).on("current", "accepted\n");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(new RotateCredential(passwords), USUAL))
                .hasMessageContaining("the old one was put back");

        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(0, 0));
    }

    @Test
    void whenTheOldOneIsNotLetInEitherNobodyPretendsToKnowAndBothVersionsStay() {
        host.on(CHANGE, "").on(REVERT, "").on("pending", REFUSED).on("current", REFUSED);

        assertProblem(Problem.OUTCOME_UNKNOWN, () -> host.perform(new RotateCredential(passwords), USUAL))
                .hasMessageContaining("neither the new password, version 1, nor the one in force before");

        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(0, 1));
    }

    @Test
    void anOldPasswordThatCannotBePutBackIsNotCalledAFailure() {
        host.on(CHANGE, "").on(REVERT, 1, "").on("pending", REFUSED);

        assertProblem(Problem.OUTCOME_UNKNOWN, () -> host.perform(new RotateCredential(passwords), USUAL));
    }

    @Test
    void aHostThatRefusesTheChangeKeepsTheOldOne() {
        host.on(CHANGE, 1, "").on("pending", REFUSED).on("current", "accepted\n");

        assertProblem(Problem.COMMAND_REJECTED, () -> host.perform(new RotateCredential(passwords), USUAL));

        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(0, 0));
    }

    @Test
    void aRotationThatWasLeftHalfDoneIsFinishedInsteadOfBegunAnew() {
        passwords.draw("dev1", 32, "RUN-000041");
        host.on("pending", "accepted\n");

        host.perform(new RotateCredential(passwords), USUAL);

        assertThat(host.sent()).containsExactly("pending");
        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(1, 0));
    }

    @Test
    void aPendingVersionThatIsNotInForceIsReplacedByAFreshOne() {
        passwords.draw("dev1", 32, "RUN-000041");
        host.on(CHANGE, "").on("pending", REFUSED).on("pending", "accepted\n").on("current", "accepted\n");

        host.perform(new RotateCredential(passwords), USUAL);

        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(2, 0));
    }

    @Test
    void aNewKeyIsAddedAndTheOldOneDroppedAndProvedToBeGone() {
        host.on("baton-add-key", "")
                .on("baton-drop-key", "")
                .on("pending", "accepted\n")
                .on("previous", REFUSED);

        Result result = host.perform(new RotateCredential(keys), USUAL);

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds()).containsExactly("old-key-left");
        assertThat(host.sent()).hasSize(5).last().isEqualTo("previous");
    }

    @Test
    void anOldKeyThatIsStillLetInIsAFindingAndNotAFailure() {
        host.on("baton-add-key", "")
                .on("baton-drop-key", "")
                .on("pending", "accepted\n")
                .on("previous", "accepted\n");

        Result result = host.perform(new RotateCredential(keys), USUAL);

        assertThat(result.findings()).extracting(Finding::kind).containsExactly("old-key-left");
        assertThat(keys.versions("dev1")).isEqualTo(new Versions(1, 0));
    }

    @Test
    void networkDevicesAreRefusedBeforeAnythingIsDrawn() {
        assertProblem(
                Problem.UNSUPPORTED,
                () -> ScriptedSession.networkDevice().perform(new RotateCredential(passwords), USUAL));
        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(0, 0));
    }

    @Test
    void theProbePromotesWhatTheDeviceLetsIn() {
        passwords.draw("dev1", 32, "RUN-000042");

        assertThat(probed(passwords, "accepted\n", REFUSED)).isInstanceOf(Probe.Applied.class);
        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(1, 0));
    }

    @Test
    void theProbeSaysNotAppliedWhereTheOldOneIsLetIn() {
        passwords.draw("dev1", 32, "RUN-000042");

        assertThat(probed(passwords, REFUSED, "accepted\n")).isInstanceOf(Probe.NotApplied.class);
    }

    @Test
    void theProbeGoesOnWhereBothKeysAreLetIn() {
        keys.draw("dev1", 32, "RUN-000042");

        assertThat(probed(keys, "accepted\n", "accepted\n")).isInstanceOf(Probe.NotApplied.class);
        assertThat(keys.versions("dev1")).isEqualTo(new Versions(0, 1));
    }

    @Test
    void theProbeLeavesItToAPersonWhereNeitherIsLetIn() {
        passwords.draw("dev1", 32, "RUN-000042");

        assertThat(probed(passwords, REFUSED, REFUSED))
                .isInstanceOfSatisfying(
                        Probe.Undecided.class,
                        undecided -> assertThat(undecided.reason()).contains("version 1, which was tried: refused"));
        assertThat(passwords.versions("dev1")).isEqualTo(new Versions(0, 1));
    }

    @Test
    void theProbeKnowsAVersionThatWasPromotedBeforeTheCrash() {
        keys.draw("dev1", 32, "RUN-000042");
        keys.promote("dev1", 1);
        host.on("previous", "accepted\n");

        assertThat(probed(keys, REFUSED, "accepted\n"))
                .isInstanceOfSatisfying(
                        Probe.Applied.class,
                        applied -> assertThat(applied.result().findings())
                                .extracting(Finding::kind)
                                .isEqualTo(List.of("old-key-left")));
    }

    @Test
    void whatWasRepairedAndForgottenIsBegunAnew() {
        assertThat(probed(passwords, REFUSED, "accepted\n")).isInstanceOf(Probe.NotApplied.class);
        assertThat(host.sent()).containsExactly("current");
    }

    private Probe probed(RememberedSecrets secrets, String pending, String current) {
        RotateCredential rotate = new RotateCredential(secrets);
        return rotate.probe(
                host.on("pending", pending)
                        .on("current", current)
                        .knowing("pendingVersion", "1")
                        .allowing(rotate, USUAL),
                USUAL);
    }
}
