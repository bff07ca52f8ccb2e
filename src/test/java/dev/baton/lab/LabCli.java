package dev.baton.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.channel.direct.Session.Shell;

/** Types at an interactive CLI and reads until it waits again. */
final class LabCli implements AutoCloseable {

    private final Shell shell;
    private final Duration patience;

    LabCli(Shell shell, Duration patience) {
        this.shell = shell;
        this.patience = patience;
    }

    /** Types a line and reads what follows, up to and including the given end. */
    String type(String line, String end) throws Exception {
        return send(line + "\n", end);
    }

    String send(String keys, String end) throws Exception {
        shell.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
        return until(end);
    }

    String until(String end) throws Exception {
        return CompletableFuture.supplyAsync(() -> read(end)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private String read(String end) {
        InputStream in = shell.getInputStream();
        StringBuilder text = new StringBuilder();
        try {
            while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
                int next = in.read();
                if (next < 0) {
                    return text.toString();
                }
                text.append((char) next);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString().replace("\r", "");
    }

    @Override
    public void close() throws IOException {
        shell.close();
    }
}
