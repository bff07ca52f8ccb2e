package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.inventory.Credential;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.Secrets;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Runs a command under sudo and gives the password of the credential once, if sudo asks for it. */
final class SudoCommand {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ExecCommand exec;
    private final String device;
    private final Credential credential;
    private final Secrets secrets;

    SudoCommand(ExecCommand exec, String device, Credential credential, Secrets secrets) {
        this.exec = exec;
        this.device = device;
        this.credential = credential;
        this.secrets = secrets;
    }

    /** @throws dev.baton.action.ActionProblem {@code AUTH_FAILED} when sudo refuses the password; nothing has run then */
    Answer run(Command command) throws IOException {
        return run(command, false);
    }

    /** Asks sudo for nothing but to check the password. */
    void check() throws IOException {
        Answer answer = run(Command.exec(Privilege.ROOT_BY_PASSWORD.line("-v")), true);
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(device + ": sudo was refused: " + answer.ending());
        }
    }

    private Answer run(Command command, boolean checking) throws IOException {
        SecretReference reference = credential.sudo();
        if (reference == null) {
            throw Problem.AUTH_FAILED.because(
                    device + ": sudo may ask for a password, and the credential " + credential.name() + " has none");
        }
        try (Secret password = secrets.resolve(reference)) {
            SudoPrompt prompt = new SudoPrompt("[" + random() + "]", password);
            String text = command.text().replaceFirst(Privilege.PROMPT, "'" + prompt.text() + "'");
            Answer answer = exec.run(command, text, prompt::answer);
            // It asks again after a wrong password; one that may ask only once says so where nothing else can have
            // failed.
            if (prompt.asked() > 1
                    || checking && prompt.asked() == 1 && answer.ending().contains(": sudo: ")) {
                throw Problem.AUTH_FAILED.because(device + ": sudo refused the password of the credential "
                        + credential.name() + ", which was given once; it ended with " + answer.ending());
            }
            return answer;
        }
    }

    /** A program that shows what it finds cannot know the word that the password is given for. */
    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
