package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.device.platform.Platform;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Everything that a platform's file says, done in one session: from the login to the reload. */
final class SessionWithPlatform {

    static final EnableSecret SECRET = new EnableSecret(
            "net-admin",
            "manager",
            new SecretReference("env:NET_ENABLE"),
            reference -> new Secret("opensesame".toCharArray()));

    /** What a device is told of the file server {@code files}. */
    static ServerLogin serverLogin(Command command) {
        return new ServerLogin(
                command.text().replace("{credential:files}", "baton"),
                "files",
                new SecretReference("env:FILES_PASSWORD"),
                reference -> new Secret("filesesame".toCharArray()));
    }

    private final Platform platform;

    SessionWithPlatform(Platform platform) {
        this.platform = platform;
    }

    /** What is kept of the configuration, after the session went exactly as it is written. */
    String play(List<String> session) throws IOException {
        RecordedSession device = new RecordedSession(session, platform.cli().enter());
        Dialogue dialogue = new Dialogue("box1", platform.cli(), device, ScriptedTerminal.PATIENCE, device::now);
        dialogue.begin(Duration.ofSeconds(20), SECRET);
        assertThat(dialogue.send(platform.command(Operation.SHOW_VERSION)).output())
                .isNotBlank();
        String dump = dialogue.send(platform.command(Operation.SHOW_CONFIG)).output();
        assertThat(platform.incompleteness(dump)).isEmpty();
        assertThatThrownBy(() -> dialogue.send(Command.cli("nonsense")))
                .isInstanceOfSatisfying(
                        ActionProblem.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED));
        if (platform.supports(Operation.SAVE_CONFIG)) {
            dialogue.send(platform.command(Operation.SAVE_CONFIG));
        }
        if (platform.supports(Operation.RELOAD)) {
            Command reload = platform.command(Operation.RELOAD);
            assertThat(catchThrowableOfType(EOFException.class, () -> dialogue.send(reload)))
                    .isNotNull();
        }
        device.assertOver();
        return platform.withoutSecrets(platform.withoutVolatileLines(dump))
                .replaceAll("<scrubbed:[0-9a-f]{8}>", "<scrubbed>");
    }
}
