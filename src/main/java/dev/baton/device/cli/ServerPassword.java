package dev.baton.device.cli;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.secret.Secret;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The password of a file server during one command: typed once, where it is asked for, and masked in what comes back. */
final class ServerPassword implements AutoCloseable {

    private final String device;
    private final @Nullable ServerLogin login;
    private char[] given = {};

    /** @param login null for a command that needs none */
    ServerPassword(String device, @Nullable ServerLogin login) {
        this.device = device;
        this.login = login;
    }

    /**
     * Types it if the last line asks for it.
     *
     * @throws ActionProblem {@code COMMAND_REJECTED} when it is asked for again
     */
    boolean answers(String lastLine, Terminal terminal, String enter) throws IOException {
        if (login == null || !Question.asksForServerPassword(lastLine)) {
            return false;
        }
        if (given.length > 0) {
            throw Problem.COMMAND_REJECTED.because(device + ": the file server refused the password of the credential "
                    + login.credential() + ", which was given once");
        }
        try (Secret password = login.secrets().resolve(login.password())) {
            given = password.chars();
        } catch (ActionProblem e) {
            // Not AUTH_FAILED: that would count against the login of the device.
            throw Problem.COMMAND_REJECTED.because(
                    device + ": the file server asks for a password, and none is given: " + e.reason());
        }
        terminal.type(CharBuffer.wrap(given));
        terminal.type(enter);
        return true;
    }

    /** A terminal that echoes the password would put it into the transcript. */
    String masked(String shown) {
        return given.length == 0 ? shown : shown.replace(CharBuffer.wrap(given), "***");
    }

    @Override
    public void close() {
        Arrays.fill(given, '\0');
    }
}
