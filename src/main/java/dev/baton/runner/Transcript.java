package dev.baton.runner;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** What was sent to a device and what it answered, with secrets masked. */
final class Transcript {

    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Integer exitStatus;

    Transcript(Dialect dialect) {
        this.dialect = dialect;
    }

    synchronized void answered(Command command, Answer answer, Duration took) {
        sent(command);
        said(answer);
        text.append("[").append(end(answer)).append(took.toMillis()).append(" ms]\n");
        exitStatus = answer.exitStatus() == null ? exitStatus : answer.exitStatus();
    }

    /** @param said what the command said before; null when nothing is known of that */
    synchronized void failed(Command command, @Nullable Answer said, String reason) {
        sent(command);
        if (said != null && said.command().equals(command)) {
            said(said);
        }
        text.append("[").append(reason).append("]\n");
    }

    synchronized void note(String sentence) {
        text.append("[").append(sentence).append("]\n");
    }

    /** The exit status of the last command that had one. */
    synchronized @Nullable Integer exitStatus() {
        return exitStatus;
    }

    synchronized boolean empty() {
        return text.isEmpty();
    }

    private void sent(Command command) {
        text.append(command.channel())
                .append(command.changes() ? " (changing)" : "")
                .append(" > ")
                .append(command.text())
                .append('\n');
    }

    private void said(Answer answer) {
        append("", dialect.withoutSecrets(answer.output()));
        append("stderr: ", dialect.withoutSecrets(answer.errorOutput()));
        if (answer.truncated()) {
            text.append("[the output goes on and is not kept, by at least ")
                    .append(answer.dropped())
                    .append(" bytes]\n");
        }
    }

    private void append(String prefix, String output) {
        output.lines().forEach(line -> text.append(prefix).append(line).append('\n'));
    }

    private static String end(Answer answer) {
        if (answer.signal() != null) {
            return "signal " + answer.signal() + ", ";
        }
        return answer.exitStatus() == null ? "" : "exit " + answer.exitStatus() + ", ";
    }

    synchronized Stored stored() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stored(bytes.length, sha256(bytes), deflated.toByteArray());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The form in the database; the digest is over the plain text. */
    record Stored(int bytes, String sha256, byte[] deflated) {}
}
