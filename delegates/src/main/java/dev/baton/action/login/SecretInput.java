package dev.baton.action.login;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import java.time.Duration;

/**
 * A command line and what it is given on its standard input, where {@code {pending}}, {@code {current}} and {@code {previous}}
 * stand for that version of the device's login secret: a password itself, of a key pair the public key as a line of
 * {@code authorized_keys}. Plans and transcripts show the words in braces.
 *
 * @param line has no secret: other accounts of a host can see it
 */
public record SecretInput(String line, String input) {

    private static final String BETWEEN = " <<< ";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    public SecretInput {
        if (line.contains(BETWEEN) || input.contains(BETWEEN)) {
            throw Problem.BAD_INPUT.because("a command that is given a secret must not contain \"" + BETWEEN + "\"");
        }
    }

    /** What a command of {@link Channel#SECRET_INPUT} says. */
    public static SecretInput of(Command command) {
        String[] parts = command.text().split(BETWEEN, 2);
        return new SecretInput(parts[0], parts.length == 2 ? parts[1] : "");
    }

    /** Always a changing command. */
    public Command command() {
        return new Command(Channel.SECRET_INPUT, toString(), true, LIMIT);
    }

    @Override
    public String toString() {
        return line + BETWEEN + input;
    }
}
