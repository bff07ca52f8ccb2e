package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;
import org.jspecify.annotations.Nullable;

/** Runs one command on an exec channel and tells exit status, signal and a lost connection apart. */
final class ExecCommand {

    private final SshConnection connection;
    private final ExecutorService readers;

    ExecCommand(SshConnection connection, ExecutorService readers) {
        this.connection = connection;
        this.readers = readers;
    }

    Answer run(Command command) throws IOException {
        return run(command, command.text(), (running, errors) -> errors.drain(running.getErrorStream()));
    }

    /** @param text what is sent for the command */
    Answer run(Command command, String text, ErrorReader errorReader) throws IOException {
        try (Session session = connection.session()) {
            Session.Command running = start(session, text);
            CappedOutput output = new CappedOutput();
            CappedOutput errors = new CappedOutput();
            Future<@Nullable Void> reading = readers.submit(() -> {
                errorReader.read(running, errors);
                return null;
            });
            output.drain(running.getInputStream());
            await(reading);
            running.join();
            Integer status = running.getExitStatus();
            Signal signal = running.getExitSignal();
            if (status == null && signal == null) {
                throw new IOException("the command ended without an exit status");
            }
            return new Answer(
                    command,
                    status,
                    signal == null ? null : signal.toString(),
                    output.text(),
                    errors.text(),
                    List.of(),
                    output.dropped() + errors.dropped());
        }
    }

    /** Reads what a command says beside its output, and may answer it. */
    interface ErrorReader {

        void read(Session.Command running, CappedOutput kept) throws IOException;
    }

    private Session.Command start(Session session, String text) throws IOException {
        try {
            return session.exec(text);
        } catch (ConnectionException e) {
            if (connection.alive()) {
                throw new RefusedException("the device does not run commands on an exec channel", e);
            }
            throw e;
        }
    }

    private static void await(Future<?> reading) throws IOException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the command ran");
        }
    }
}
