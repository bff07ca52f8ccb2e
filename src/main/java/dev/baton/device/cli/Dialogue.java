package dev.baton.device.cli;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.platform.CliTraits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an interactive CLI. It types one line, and reads until the device's own prompt stands at the end and
 * nothing follows it; what it does not know, it does not answer.
 */
public final class Dialogue {

    /** Output may pause in the middle of a line that looks like a prompt, so silence is part of the sign. */
    private static final Duration QUIET = Duration.ofMillis(150);
    /** The very prompt of before, after the echo of what was typed, is a sign that needs less of it. */
    static final Duration SURE = Duration.ofMillis(40);

    /** A question is not a prompt: whoever asks it waits, so it stays longer. */
    private static final Duration QUESTION_QUIET = Duration.ofSeconds(1);

    private static final Duration STEP = Duration.ofSeconds(1);

    private static final ServerPassword NO_PASSWORD = new ServerPassword("", null);

    private final String device;
    private final CliTraits traits;
    private final Terminal terminal;
    private final Patience patience;
    private final LongSupplier clock;
    private @Nullable Prompt prompt;
    private String beginning = "";
    private String shown = "";

    public Dialogue(String device, CliTraits traits, Terminal terminal, Patience patience) {
        this(device, traits, terminal, patience, System::nanoTime);
    }

    /** @param clock counts nanoseconds */
    Dialogue(String device, CliTraits traits, Terminal terminal, Patience patience, LongSupplier clock) {
        this.patience = patience;
        this.clock = clock;
        this.device = device;
        this.traits = traits;
        this.terminal = terminal;
    }

    /**
     * Waits for the first prompt, learns it, asks for all rights and turns paging off.
     *
     * @throws IOException when the session ended
     * @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} when no prompt shows up, {@code AUTH_FAILED} when the
     *     device gives no rights
     */
    public void begin(Duration limit, EnableSecret secret) throws IOException {
        Limit end = Limit.after(limit, clock);
        Opening opening = new Opening(device, traits, terminal, QUIET, end);
        prompt = opening.learn();
        if (traits.enable() != null && !prompt.privileged()) {
            prompt = opening.enable(traits.enable(), secret);
        }
        shown = prompt.line();
        for (String command : traits.setUp()) {
            converse(command, end, NO_PASSWORD);
        }
        beginning = shown;
    }

    /** Whether the last command left the session at the very prompt that it had after its set-up: same name, same mode. */
    public boolean atItsBeginning() {
        return !shown.isEmpty() && shown.equals(beginning);
    }

    /**
     * Types a command and reads its answer.
     *
     * @throws IOException when the session ended or the time is over
     * @throws dev.baton.action.ActionProblem {@code COMMAND_REJECTED} for an error line of the platform,
     *     {@code ANSWER_INCOMPLETE} for a question nobody may answer
     */
    public Answer send(Command command) throws IOException {
        return send(command, null);
    }

    /** The same for a command that may need the login of a file server, which is in no answer and no message. */
    public Answer send(Command command, @Nullable ServerLogin login) throws IOException {
        String typed = login == null ? command.text() : login.typed();
        try (ServerPassword password = new ServerPassword(device, login)) {
            Reply reply = converse(typed, Limit.after(command.timeout(), clock), password);
            return answer(command, password.masked(body(reply, typed)), reply.dropped());
        }
    }

    private Answer answer(Command command, String text, long dropped) {
        Optional<String> error = traits.error(text);
        if (error.isPresent()) {
            throw Problem.COMMAND_REJECTED.because(
                    device + ": \"" + command.text() + "\": the device answers \"" + error.get() + "\"");
        }
        return new Answer(command, null, null, text, "", List.of(), dropped);
    }

    private Reply converse(String command, Limit limit, ServerPassword password) throws IOException {
        skipWhatNobodyAskedFor();
        Reply reply = new Reply();
        String before = shown;
        shown = "";
        terminal.type(command + traits.enter());
        Duration silence = Duration.ZERO;
        boolean answered = false;
        while (!limit.over()) {
            Duration pause = pause(silence);
            String chunk = terminal.read(pause);
            if (!chunk.isEmpty()) {
                reply.add(chunk);
                silence = Duration.ZERO;
                continue;
            }
            silence = silence.plus(pause);
            String last = TerminalText.lastLine(reply.tail());
            if (silence.compareTo(QUIET) < 0) {
                if (!before.isEmpty() && last.strip().equals(before) && reply.echoes(command)) {
                    shown = before;
                    return reply;
                }
                continue;
            }
            if (isPrompt(last, reply.echoes(command) ? silence : silence.minus(QUESTION_QUIET))) {
                shown = last.strip();
                return reply;
            }
            Pattern pager = traits.pager();
            if (pager != null && pager.matcher(last).matches()) {
                reply.seen();
                reply.drop(last);
                terminal.type(" ");
                silence = Duration.ZERO;
            } else if (silence.compareTo(QUESTION_QUIET) >= 0) {
                Optional<String> allowed = traits.reply(command, last);
                if (allowed.isPresent()) {
                    reply.seen();
                    terminal.type(allowed.get() + traits.enter());
                    answered = true;
                    silence = Duration.ZERO;
                } else if (password.answers(last, terminal, traits.enter())) {
                    reply.seen();
                    answered = true;
                    silence = Duration.ZERO;
                } else if (Question.asked(last)) {
                    throw new UnansweredException(password.masked(last.strip()), answered);
                }
            }
            refuseSilence(reply, silence, password.masked(last));
        }
        throw SilentException.atTheEnd(password.masked(TerminalText.lastLine(reply.tail())));
    }

    private static Duration pause(Duration silence) {
        if (silence.isZero()) {
            return SURE;
        }
        return silence.compareTo(QUIET) < 0 ? QUIET.minus(silence) : STEP;
    }

    private void refuseSilence(Reply reply, Duration silence, String lastLine) throws SilentException {
        if (reply.empty() && silence.compareTo(patience.firstByte()) >= 0) {
            throw SilentException.withoutEcho(patience.firstByte());
        }
        if (silence.compareTo(patience.idle()) >= 0) {
            throw SilentException.inTheMiddle(patience.idle(), lastLine);
        }
    }

    /** Log messages that came since the last answer, and the prompt drawn again after them. */
    private void skipWhatNobodyAskedFor() throws IOException {
        String skipped;
        do {
            skipped = terminal.read(Duration.ZERO);
        } while (!skipped.isEmpty());
    }

    /**
     * The learned prompt, or after a longer silence any prompt of the platform: a command may rename the device.
     *
     * @param silence how long nothing came, less what is owed because the command's echo is missing: a prompt without the
     *     echo may be the last command's, drawn again after a log message
     */
    private boolean isPrompt(String line, Duration silence) {
        Prompt known = prompt;
        if (known != null && !silence.isNegative() && known.matches(line)) {
            return true;
        }
        if (silence.compareTo(QUESTION_QUIET) > 0
                && traits.prompt().matcher(line.strip()).matches()) {
            prompt = Prompt.learn(line, traits.prompt());
            return true;
        }
        return false;
    }

    /** The answer without the echo of the command before it and the prompt after it. */
    private String body(Reply reply, String command) {
        String text = reply.text();
        int first = text.indexOf('\n');
        if (first >= 0 && isEcho(text.substring(0, first), command)) {
            text = text.substring(first + 1);
        }
        return reply.dropped() > 0 ? text : text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** Nothing but the command, with or without the prompt before it: an error line may end with the command, too. */
    private boolean isEcho(String line, String command) {
        Prompt known = prompt;
        String shown = line.strip();
        return Reply.squeezed(shown).equals(Reply.squeezed(command))
                || known != null
                        && shown.endsWith(command)
                        && known.matches(shown.substring(0, shown.length() - command.length()));
    }
}
