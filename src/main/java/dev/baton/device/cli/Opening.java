package dev.baton.device.cli;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.platform.CliTraits;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The beginning of a session: learns the prompt and asks for all rights. Nothing that is shown here is kept. */
final class Opening {

    private static final int LEARNING_TRIES = 4;

    private final String device;
    private final CliTraits traits;
    private final Terminal terminal;
    private final Duration quiet;
    private final Limit limit;
    private char[] given = {};

    /**
     * @param quiet how long nothing comes after a prompt
     */
    Opening(String device, CliTraits traits, Terminal terminal, Duration quiet, Limit limit) {
        this.device = device;
        this.traits = traits;
        this.terminal = terminal;
        this.quiet = quiet;
        this.limit = limit;
    }

    Prompt learn() throws IOException {
        Reply greeting = new Reply();
        String shown = greeted(greeting);
        for (int attempt = 0; attempt < LEARNING_TRIES; attempt++) {
            terminal.type(traits.enter());
            greeting.seen();
            String again = await(greeting, shown::equals, Question::never);
            if (again.equals(shown)) {
                return Prompt.learn(again, traits.prompt());
            }
            shown = again;
        }
        throw Problem.ANSWER_INCOMPLETE.because(
                device + ": it shows another prompt every time, at last \"" + shown + "\"");
    }

    /** Waits for the first prompt, and presses the keys that it takes; each once, so that a device cannot ask for ever. */
    private String greeted(Reply reply) throws IOException {
        List<CliTraits.Greeting> greetings = new ArrayList<>(traits.greetings());
        while (true) {
            String last = await(
                    reply,
                    line -> traits.prompt().matcher(line).matches(),
                    line -> find(greetings, line).isPresent());
            Optional<CliTraits.Greeting> greeting = find(greetings, last);
            if (greeting.isEmpty()) {
                return last;
            }
            greetings.remove(greeting.get());
            reply.seen();
            terminal.type(greeting.get().key());
        }
    }

    private static Optional<CliTraits.Greeting> find(List<CliTraits.Greeting> greetings, String line) {
        return greetings.stream()
                .filter(greeting -> greeting.shows().matcher(line).find())
                .findFirst();
    }

    /**
     * Asks for all rights, and gives the password once where it is asked for.
     *
     * @throws ActionProblem {@code AUTH_FAILED} when the session does not get them
     */
    Prompt enable(String command, EnableSecret secret) throws IOException {
        Reply reply = new Reply();
        terminal.type(command + traits.enter());
        String last = await(reply, line -> asksForUser(line) || Question.asksForPassword(line));
        if (asksForUser(last)) {
            reply.seen();
            terminal.type(secret.username() + traits.enter());
            last = await(reply, line -> asksForUser(line) || Question.asksForPassword(line));
        }
        if (!Question.asksForPassword(last)) {
            return privileged(last, "\"" + command + "\" gave no rights, the device answers \"" + said(reply) + "\"");
        }
        SecretReference reference = secret.reference();
        if (reference == null) {
            throw Problem.AUTH_FAILED.because(device + ": \"" + command + "\" asks for a password (\"" + last
                    + "\"), and the credential " + secret.credential() + " has no enable secret");
        }
        try (Secret password = secret.resolve(device, reference)) {
            return withPassword(password, secret.credential());
        }
    }

    private boolean asksForUser(String line) {
        return traits.enableUser() != null && traits.enableUser().matcher(line).matches();
    }

    private Prompt withPassword(Secret password, String credential) throws IOException {
        given = password.chars();
        try {
            terminal.type(CharBuffer.wrap(given));
            terminal.type(traits.enter());
            Reply reply = new Reply();
            String last = await(reply, line -> asksForUser(line) || Question.asksForPassword(line));
            return privileged(
                    last,
                    "the device refused the enable secret of the credential " + credential
                            + ", which was given once; it answers \"" + said(reply) + "\"");
        } finally {
            Arrays.fill(given, '\0');
        }
    }

    private Prompt privileged(String shown, String otherwise) {
        if (asksForUser(shown)
                || Question.asksForPassword(shown)
                || !Prompt.learn(shown, traits.prompt()).privileged()) {
            throw Problem.AUTH_FAILED.because(device + ": " + otherwise);
        }
        return Prompt.learn(shown, traits.prompt());
    }

    /** The last line that says something, which is the one before the prompt if there is any. */
    private String said(Reply reply) {
        List<String> lines =
                reply.text().lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? ""
                : masked(lines.get(Math.max(0, lines.size() - 2)).strip());
    }

    /** A terminal that echoes the password would put it into a message. */
    private String masked(String shown) {
        return given.length == 0 ? shown : shown.replace(CharBuffer.wrap(given), "***");
    }

    /** Waits for a line at the end that looks like the platform's prompt, or like what else is expected. */
    private String await(Reply reply, Predicate<String> orElse) throws IOException {
        return await(reply, Question::never, orElse);
    }

    /** @param sure a line that needs less silence after it, because it was shown before or will be shown again */
    private String await(Reply reply, Predicate<String> sure, Predicate<String> orElse) throws IOException {
        boolean silent = false;
        while (!limit.over()) {
            String chunk = terminal.read(silent ? quiet.minus(Dialogue.SURE) : Dialogue.SURE);
            reply.add(chunk);
            if (!chunk.isEmpty()) {
                silent = false;
                continue;
            }
            String last = TerminalText.lastLine(reply.tail()).strip();
            if (sure.test(last) || silent && (traits.prompt().matcher(last).matches() || orElse.test(last))) {
                return last;
            }
            silent = true;
        }
        throw Problem.ANSWER_INCOMPLETE.because(
                device + ": no prompt, the last line is \"" + masked(TerminalText.lastLine(reply.tail())) + "\"");
    }
}
