package dev.baton.device.ssh;

import dev.baton.inventory.HostTrust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A peer that knows SSH and abuses it: in every command and shell it says what it was told to. */
final class HostilePeer implements Peer {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final CountDownLatch over = new CountDownLatch(1);
    private final KeyPair hostKey;

    HostilePeer(Talk talk) throws IOException, GeneralSecurityException {
        this(talk, changed -> {});
    }

    /** @param change what else is different about the server */
    HostilePeer(Talk talk, Consumer<SshServer> change) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        hostKey = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> true);
        server.setCommandFactory((channel, line) -> new Running(talk));
        server.setShellFactory(channel -> new Running(talk));
        change.accept(server);
        server.start();
    }

    /** Answers a login only when the test is over. */
    static HostilePeer mute() throws IOException, GeneralSecurityException {
        CountDownLatch never = new CountDownLatch(1);
        return new HostilePeer(
                with -> {},
                server -> server.setPasswordAuthenticator((user, password, session) -> {
                    try {
                        return never.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                }));
    }

    /** Echoes every line and prompts after it, and says something else after the line {@code abuse}. */
    static Talk afterPrompt(Talk abuse) {
        return with -> {
            with.say("\r\ncore1#");
            for (String line = with.line(); !line.equals("abuse"); line = with.line()) {
                with.say(line + "\r\ncore1#");
            }
            with.say("abuse\r\n");
            abuse.talk(with);
        };
    }

    static Talk repeating(String text, long pauseMillis) {
        return with -> {
            do {
                with.say(text);
            } while (!with.over().await(pauseMillis, TimeUnit.MILLISECONDS));
        };
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public HostTrust trust() {
        return new HostTrust.Pin(KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
    }

    @Override
    public boolean isLeft() {
        return server.getActiveSessions().isEmpty();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        server.stop(true);
    }

    /** What is said in a command or shell. */
    interface Talk {
        void talk(With with) throws IOException, InterruptedException;
    }

    /** The other end of a command or shell. */
    record With(
            InputStream in,
            OutputStream out,
            OutputStream errors,
            ExitCallback exit,
            ChannelSession channel,
            CountDownLatch over) {

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the client is gone");
                }
                line.append((char) c);
            }
            return line.toString();
        }

        void drop() {
            channel.getSession().close(true);
        }
    }

    private final class Running implements Command {

        private final Talk talk;
        private InputStream in;
        private OutputStream out;
        private OutputStream errors;
        private ExitCallback exit;

        Running(Talk talk) {
            this.talk = talk;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            With with = new With(in, out, errors, exit, channel, over);
            Thread thread = new Thread(
                    () -> {
                        try {
                            talk.talk(with);
                        } catch (IOException e) {
                            // The client has gone.
                            return;
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "hostile-peer");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void destroy(ChannelSession channel) {
            // The talk ends with its streams.
        }

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            errors = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }
    }
}
