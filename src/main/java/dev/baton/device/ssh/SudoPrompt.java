package dev.baton.device.ssh;

import dev.baton.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.schmizz.sshj.connection.channel.direct.Session;

/** Waits for sudo's own prompt among what a command says, gives the password at the first one, and leaves no trace of it. */
final class SudoPrompt {

    private final String text;
    private final Secret password;
    private int asked;

    /** @param text which nothing but sudo shows */
    SudoPrompt(String text, Secret password) {
        this.text = text;
        this.password = password;
    }

    String text() {
        return text;
    }

    /** Reads to the end. */
    void answer(Session.Command running, CappedOutput kept) throws IOException {
        InputStream errors = running.getErrorStream();
        byte[] buffer = new byte[32 * 1024];
        String seen = "";
        for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
            // A charset with one character for every byte: what is kept must come out as it came in.
            seen += new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            for (int at = seen.indexOf(text); at >= 0; at = seen.indexOf(text)) {
                keep(kept, seen.substring(0, at));
                seen = seen.substring(at + text.length());
                if (++asked == 1) {
                    give(running.getOutputStream());
                }
            }
            int certain = Math.max(0, seen.length() - text.length() + 1);
            keep(kept, seen.substring(0, certain));
            seen = seen.substring(certain);
        }
        keep(kept, seen);
    }

    private static void keep(CappedOutput kept, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
        kept.add(bytes, bytes.length);
    }

    /** Closed after it, so that sudo does not wait for another try and the command sees the end of its input. */
    private void give(OutputStream keyboard) throws IOException {
        char[] chars = password.chars();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        try (keyboard) {
            keyboard.write(bytes.array(), 0, bytes.limit());
            keyboard.write('\n');
            keyboard.flush();
        } finally {
            Arrays.fill(chars, '\0');
            Arrays.fill(bytes.array(), (byte) 0);
        }
    }

    /** How often sudo asked. */
    int asked() {
        return asked;
    }
}
