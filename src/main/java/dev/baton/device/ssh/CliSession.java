package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.cli.Dialogue;
import dev.baton.device.cli.EnableSecret;
import dev.baton.device.cli.Patience;
import dev.baton.device.cli.ServerLogin;
import dev.baton.device.cli.Terminal;
import dev.baton.device.platform.CliTraits;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/** An interactive shell on a connection, wide and high enough that no line is broken and no page ends. */
final class CliSession implements Terminal {

    private static final int COLUMNS = 511;
    private static final int ROWS = 1000;
    private static final int CHUNK = 16 * 1024;
    private static final int CHUNKS_AHEAD = 64;

    private final OutputStream keyboard;
    private final Future<@Nullable Void> reading;
    // Bounded: what is not taken fills the channel's window, and the device waits.
    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
    private final Dialogue dialogue;
    private @Nullable String end;

    CliSession(SshConnection connection, String device, CliTraits traits, Patience patience, ExecutorService readers)
            throws IOException {
        Session session = connection.session();
        session.allocatePTY("vt100", COLUMNS, ROWS, 0, 0, Map.of());
        Session.Shell shell = session.startShell();
        keyboard = shell.getOutputStream();
        reading = readers.submit(() -> {
            read(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
            return null;
        });
        dialogue = new Dialogue(device, traits, this, patience);
    }

    private void read(Reader screen) throws InterruptedException {
        char[] buffer = new char[CHUNK];
        String why = "the device ended the session";
        try {
            for (int count = screen.read(buffer); count >= 0; count = screen.read(buffer)) {
                chunks.put(new Chunk(new String(buffer, 0, count), false));
            }
        } catch (IOException e) {
            why = "the connection was lost: " + e.getMessage();
        }
        chunks.put(new Chunk(why, true));
    }

    void begin(Duration limit, EnableSecret secret) throws IOException {
        dialogue.begin(limit, secret);
    }

    /** @param login what the device is told of a file server; null where it needs none */
    Answer send(Command command, @Nullable ServerLogin login) throws IOException {
        return dialogue.send(command, login);
    }

    @Override
    public void type(CharSequence text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        keyboard.write(bytes.array(), 0, bytes.limit());
        keyboard.flush();
        Arrays.fill(bytes.array(), (byte) 0);
    }

    @Override
    public String read(Duration patience) throws IOException {
        if (end != null) {
            throw new IOException(end);
        }
        try {
            Chunk chunk = chunks.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (chunk != null && chunk.last()) {
                end = chunk.text();
                throw new IOException(end);
            }
            return chunk == null ? "" : chunk.text();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the device was asked");
        }
    }

    /** Whether the device has left already, e.g. because nothing was typed for long. */
    boolean ended() {
        return end != null || chunks.stream().anyMatch(Chunk::last);
    }

    /** Whether it waits for a command at the prompt, and in the mode, with which it began. */
    boolean atItsBeginning() {
        return !ended() && dialogue.atItsBeginning();
    }

    /** Stops reading; the channel goes with its connection. */
    void leave() {
        reading.cancel(true);
    }

    /** @param last whether nothing follows; the text is then the reason */
    private record Chunk(String text, boolean last) {}
}
