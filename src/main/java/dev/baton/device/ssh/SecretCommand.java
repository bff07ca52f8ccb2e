package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.login.SecretInput;
import dev.baton.inventory.Credential;
import dev.baton.secret.SecretReference.Which;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a command that is given login secrets of its device on its standard input, and leaves no trace of them. */
final class SecretCommand {

    private static final Pattern WORD = Pattern.compile("\\{(previous|current|pending)}");

    private final ExecCommand exec;
    private final SshLogin login;
    private final Credential credential;

    SecretCommand(ExecCommand exec, SshLogin login, Credential credential) {
        this.exec = exec;
        this.login = login;
        this.credential = credential;
    }

    Answer run(Command command) throws IOException {
        SecretInput wanted = SecretInput.of(command);
        List<char[]> secrets = new ArrayList<>();
        char[] input = filled(wanted.input(), secrets);
        try {
            Answer answer = exec.run(command, wanted.line(), (running, errors) -> {
                give(running.getOutputStream(), input);
                errors.drain(running.getErrorStream());
            });
            return new Answer(
                    command,
                    answer.exitStatus(),
                    answer.signal(),
                    masked(answer.output(), secrets),
                    masked(answer.errorOutput(), secrets),
                    answer.bindings(),
                    answer.dropped());
        } finally {
            secrets.forEach(secret -> Arrays.fill(secret, '\0'));
            Arrays.fill(input, '\0');
        }
    }

    /** @param secrets is given what stands in the places of the words */
    private char[] filled(String template, List<char[]> secrets) {
        List<char[]> parts = new ArrayList<>();
        Matcher words = WORD.matcher(template);
        int from = 0;
        while (words.find()) {
            Which which = Which.valueOf(words.group(1).toUpperCase(Locale.ROOT));
            char[] secret = login.told(credential.version(which));
            secrets.add(secret);
            parts.add(template.substring(from, words.start()).toCharArray());
            parts.add(secret);
            from = words.end();
        }
        parts.add(template.substring(from).toCharArray());
        CharBuffer all =
                CharBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    private static void give(OutputStream keyboard, char[] input) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(input));
        try (keyboard) {
            keyboard.write(bytes.array(), 0, bytes.limit());
            keyboard.flush();
        } finally {
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    /** A program that repeats what it was given would put it into the transcript. */
    private static String masked(String said, List<char[]> secrets) {
        String masked = said;
        for (char[] secret : secrets) {
            masked = masked.replace(CharBuffer.wrap(secret), "***");
        }
        return masked;
    }
}
