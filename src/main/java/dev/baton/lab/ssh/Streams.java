package dev.baton.lab.ssh;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.machine.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.server.Environment;

/** The streams of one channel. */
record Streams(InputStream in, OutputStream out, OutputStream err, Environment environment) {

    private static final int USUAL_HEIGHT = 24;

    /** Writes a reply. @return its exit status */
    int answer(Reply reply) throws IOException {
        out.write(reply.output().getBytes(StandardCharsets.UTF_8));
        out.flush();
        err.write(reply.errors().getBytes(StandardCharsets.UTF_8));
        err.flush();
        return reply.status();
    }

    Terminal terminal() {
        String lines = environment.getEnv().getOrDefault(Environment.ENV_LINES, "");
        int height = lines.matches("[1-9]\\d{0,4}") ? Integer.parseInt(lines) : USUAL_HEIGHT;
        return new ChannelTerminal(in, out, height);
    }
}
