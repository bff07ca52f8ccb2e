package dev.baton.lab.ssh;

import dev.baton.lab.machine.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A terminal over the streams of a shell channel: echo, backspace, and a carriage return before every line feed. */
final class ChannelTerminal implements Terminal {

    private static final int CTRL_C = 3;
    private static final int CTRL_D = 4;
    private static final int BACKSPACE = 8;
    private static final int CTRL_U = 21;
    private static final int DELETE = 127;
    private static final int LONGEST_LINE = 8_192;

    private final InputStream in;
    private final OutputStream out;
    private final int height;
    private boolean afterReturn;

    ChannelTerminal(InputStream in, OutputStream out, int height) {
        this.in = in;
        this.out = out;
        this.height = height;
    }

    @Override
    public void print(String text) throws IOException {
        out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public @Nullable String readLine(String prompt) throws IOException {
        print(prompt);
        StringBuilder line = new StringBuilder();
        while (true) {
            int key = next();
            if (key < 0 || (key == CTRL_D && line.isEmpty())) {
                return null;
            }
            if (key == '\r' || key == '\n') {
                print("\n");
                return line.toString();
            }
            if (key == CTRL_C) {
                print("\n");
                return "";
            }
            edit(line, key);
        }
    }

    @Override
    public @Nullable Character readKey() throws IOException {
        int key = next();
        return key < 0 ? null : (char) key;
    }

    @Override
    public int height() {
        return height;
    }

    private void edit(StringBuilder line, int key) throws IOException {
        if ((key == BACKSPACE || key == DELETE) && !line.isEmpty()) {
            line.setLength(line.length() - 1);
            echo("\b \b");
        } else if (key == CTRL_U) {
            echo("\b \b".repeat(line.length()));
            line.setLength(0);
        } else if (key >= ' ' && key != DELETE && line.length() < LONGEST_LINE) {
            line.append((char) key);
            echo(String.valueOf((char) key));
        }
    }

    /** A line that came in one piece is echoed in one piece. */
    private void echo(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        if (in.available() == 0) {
            out.flush();
        }
    }

    /** The next byte; the line feed of a carriage return and line feed pair is swallowed. */
    private int next() throws IOException {
        int key = in.read();
        if (key == '\n' && afterReturn) {
            key = in.read();
        }
        afterReturn = key == '\r';
        return key;
    }
}
