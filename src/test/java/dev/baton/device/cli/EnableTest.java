package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

class EnableTest {

    private static final SecretReference REFERENCE = new SecretReference("env:NET_ENABLE");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ScriptedTerminal device = new ScriptedTerminal()
            .shows("rtr1>")
            .on("\n", "\r\nrtr1>")
            .on("enable\n", "enable\r\nPassword: ")
            .on("terminal length 0\n", "terminal length 0\r\nrtr1#")
            .on("terminal width 511\n", "terminal width 511\r\nrtr1#");
    private int resolved;
    private final Secrets secrets = reference -> {
        resolved++;
        return new Secret("opensesame".toCharArray());
    };

    @Test
    void thePasswordIsTypedWhereItIsAskedFor() throws IOException {
        device.after("opensesame", "\n", "\r\nrtr1#");

        begin(REFERENCE);

        assertThat(device.typed())
                .containsExactly("\n", "enable\n", "opensesame", "\n", "terminal length 0\n", "terminal width 511\n");
    }

    @Test
    void aDeviceThatDoesNotAskIsNotToldThePassword() throws IOException {
        device.on("enable\n", "enable\r\nrtr1#");

        begin(REFERENCE);

        assertThat(device.typed()).containsExactly("\n", "enable\n", "terminal length 0\n", "terminal width 511\n");
        assertThat(resolved).isZero();
    }

    @Test
    void aQuestionThatOnlyMentionsAPasswordIsNotAnswered() {
        device.on("enable\n", "enable\r\nEnter new password: ");

        assertThat(fail(REFERENCE)).hasMessageContaining("Enter new password:");
        assertThat(resolved).isZero();
    }

    @Test
    void aPasswordThatNobodyGaveIsAFailedLogin() {
        assertRefused(fail(new EnableSecret("net-admin", "manager", null, secrets)))
                .hasMessageContaining("rtr1")
                .hasMessageContaining("\"enable\" asks for a password (\"Password:\")")
                .hasMessageContaining("net-admin has no enable secret");
        assertThat(device.typed()).containsExactly("\n", "enable\n");
    }

    @Test
    void aSecretThatIsNotThereNamesTheDevice() {
        Secrets none = reference -> {
            throw Problem.AUTH_FAILED.because("the secret " + reference.uri() + " is not set");
        };

        assertRefused(fail(new EnableSecret("net-admin", "manager", REFERENCE, none)))
                .hasMessageContaining("rtr1")
                .hasMessageContaining("env:NET_ENABLE");
    }

    @Test
    void aWrongPasswordIsGivenOnceWhenTheDeviceAsksAgain() {
        device.after("opensesame", "\n", "\r\nPassword: ");

        assertRefused(fail(REFERENCE))
                .hasMessageContaining("refused the enable secret of the credential net-admin")
                .hasMessageContaining("\"Password:\"")
                .hasMessageNotContaining("opensesame");
        assertThat(device.typed()).containsExactly("\n", "enable\n", "opensesame", "\n");
    }

    @Test
    void aWrongPasswordIsToldByTheDevicesWords() {
        for (String words : new String[] {"% Access denied", "% Bad secrets", "% Error in authentication."}) {
            device.shows("\r\nrtr1>").after("opensesame", "\n", "\r\n" + words + "\r\n\r\nrtr1>");

            assertRefused(fail(REFERENCE)).hasMessageContaining("\"" + words + "\"");
        }
    }

    @Test
    void anEchoedPasswordIsMasked() {
        device.on("opensesame", "opensesame").after("opensesame", "\n", "\r\n% opensesame is wrong\r\nrtr1>");
        assertRefused(fail(REFERENCE)).hasMessageContaining("% *** is wrong").hasMessageNotContaining("opensesame");

        device.shows("\r\nrtr1>").after("opensesame", "\n", "");
        assertThat(fail(REFERENCE)).hasMessageContaining("***").hasMessageNotContaining("opensesame");
    }

    @Test
    void aDeviceWithoutAPasswordForMoreRightsGivesNone() {
        device.on("enable\n", "enable\r\n% No password set\r\nrtr1>");

        assertRefused(fail(REFERENCE)).hasMessageContaining("% No password set");
        assertThat(resolved).isZero();
    }

    private static ThrowableAssert<ActionProblem> assertRefused(ActionProblem problem) {
        assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
        return new ThrowableAssert<>(problem);
    }

    private void begin(SecretReference reference) throws IOException {
        begin(new EnableSecret("net-admin", "manager", reference, secrets));
    }

    private void begin(EnableSecret secret) throws IOException {
        new Dialogue(
                        "rtr1",
                        TestPlatforms.shipped().of("cisco_ios").cli(),
                        device,
                        ScriptedTerminal.PATIENCE,
                        device::now)
                .begin(LIMIT, secret);
    }

    private ActionProblem fail(SecretReference reference) {
        return fail(new EnableSecret("net-admin", "manager", reference, secrets));
    }

    private ActionProblem fail(EnableSecret secret) {
        return catchThrowableOfType(ActionProblem.class, () -> begin(secret));
    }
}
