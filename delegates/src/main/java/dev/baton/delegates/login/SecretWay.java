package dev.baton.delegates.login;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.login.LoginSecrets.Kind;
import dev.baton.action.login.LoginSecrets.Login;
import dev.baton.action.login.SecretInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a kind of secret is changed on a host.
 *
 * @param name what people call the secret
 * @param apply makes the pending one known to the host
 * @param revert has the host forget the pending one
 * @param drop has the host forget the one before, where {@code apply} left it
 */
record SecretWay(String name, Command apply, Command revert, Optional<Command> drop) {

    private static final String SCRIPT = script();

    static SecretWay of(Device device, Login login, RotateCredentialInputs inputs) {
        return login.kind() == Kind.KEY ? key(inputs.keyFile()) : password(device, login);
    }

    /** A host has one password for an account: the new one replaces the old one. */
    private static SecretWay password(Device device, Login login) {
        if (device.sudoPassword()) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + ": sudo may ask for the very password that chpasswd changes;"
                            + " let the account run chpasswd by sudo without a password, and take \"sudo\" from the credential "
                            + login.credential());
        }
        String line = Privilege.of(device, true).line("chpasswd");
        return new SecretWay(
                "password",
                new SecretInput(line, login.username() + ":{pending}\n").command(),
                new SecretInput(line, login.username() + ":{current}\n").command(),
                Optional.empty());
    }

    private static SecretWay key(String file) {
        return new SecretWay(
                "key",
                keys("baton-add-key", file, "{current}\n{pending}\n"),
                keys("baton-drop-key", file, "{pending}\n{current}\n"),
                Optional.of(keys("baton-drop-key", file, "{previous}\n{current}\n")));
    }

    /** Not by {@link dev.baton.action.Shell}, because the script has several lines. */
    private static Command keys(String name, String file, String input) {
        String line = "sh -c '" + SCRIPT.replace("'", "'\\''") + "' " + name + " " + file;
        return new SecretInput(line, input).command();
    }

    private static String script() {
        try (InputStream in = SecretWay.class.getResourceAsStream("keys.sh")) {
            return new String(Objects.requireNonNull(in, "keys.sh").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Command> commands() {
        return Stream.concat(Stream.of(apply, revert), drop.stream()).toList();
    }

    /** @throws dev.baton.action.ActionProblem {@code COMMAND_REJECTED} when the host refuses it */
    void requireDone(Device device, Answer answer) {
        if (!answer.succeeded()) {
            Privilege.requireGranted(device, answer);
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": the new " + name + " was refused: " + answer.ending());
        }
    }
}
