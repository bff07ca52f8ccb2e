package dev.baton.device.ssh;

import dev.baton.inventory.HostTrust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/**
 * A network device of the tests: it echoes, prompts, answers from a list, knows a configuration mode, and hangs up on
 * {@code drop}. Where it is guarded, a session begins with few rights.
 */
final class CliServer implements AutoCloseable {

    static final String USER = "ops";
    static final String PASSWORD = "right horse";
    private static final int PASSWORD_TRIES = 3;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final List<String> typed = new CopyOnWriteArrayList<>();
    private String enableSecret;
    private String wrongSecret = "";

    CliServer() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        hostKey = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> {
            logins.incrementAndGet();
            return user.equals(USER) && password.equals(PASSWORD);
        });
        server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        server.setShellFactory(channel -> new Shell());
    }

    CliServer withKeyboardInteractiveOnly() {
        server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
        return this;
    }

    CliServer answering(String line, String text) {
        answers.put(line, text);
        return this;
    }

    /** Asks for a password after {@code enable}; says the words after three wrong ones. */
    CliServer guardedBy(String secret, String refusal) {
        enableSecret = secret;
        wrongSecret = refusal + "\r\n";
        return this;
    }

    SshServer server() {
        return server;
    }

    CliServer start() throws IOException {
        server.start();
        return this;
    }

    int port() {
        return server.getPort();
    }

    /** How often a password came. */
    int logins() {
        return logins.get();
    }

    /** Every line that came, of all sessions. */
    List<String> typed() {
        return typed;
    }

    HostTrust.Pin pin() {
        return new HostTrust.Pin(KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic()));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Shell implements Command, Runnable {

        private InputStream keyboard;
        private OutputStream screen;
        private ExitCallback exit;
        private ChannelSession channel;
        private String mode = enableSecret == null ? "#" : ">";

        @Override
        public void run() {
            try {
                show("\r\n" + prompt());
                BufferedReader lines = new BufferedReader(new InputStreamReader(keyboard, StandardCharsets.UTF_8));
                for (String line = read(lines); line != null; line = read(lines)) {
                    show(line + "\r\n");
                    if (line.equals("drop")) {
                        channel.getSession().close(true);
                        return;
                    }
                    String answer = line.equals("enable") ? enable(lines) : answers.getOrDefault(line, "");
                    mode = line.startsWith("configure") && mode.equals("#") ? "(config)#" : mode;
                    mode = line.equals("end") ? "#" : mode;
                    show(answer + (answer.endsWith("]") ? "" : prompt()));
                }
                exit.onExit(0);
            } catch (IOException e) {
                exit.onExit(1);
            }
        }

        private String prompt() {
            return "core1" + mode;
        }

        private String read(BufferedReader lines) throws IOException {
            String line = lines.readLine();
            if (line != null) {
                typed.add(line);
            }
            return line;
        }

        private String enable(BufferedReader lines) throws IOException {
            for (int tries = 0; mode.equals(">") && tries < PASSWORD_TRIES; tries++) {
                show("Password: ");
                mode = String.valueOf(read(lines)).equals(enableSecret) ? "#" : ">";
                show("\r\n");
            }
            return mode.equals(">") ? wrongSecret : "";
        }

        private void show(String text) throws IOException {
            screen.write(text.getBytes(StandardCharsets.UTF_8));
            screen.flush();
        }

        @Override
        public void start(ChannelSession session, Environment environment) {
            channel = session;
            Thread thread = new Thread(this, "test-cli");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void destroy(ChannelSession session) {
            channel = session;
        }

        @Override
        public void setInputStream(InputStream in) {
            keyboard = in;
        }

        @Override
        public void setOutputStream(OutputStream out) {
            screen = out;
        }

        @Override
        public void setErrorStream(OutputStream err) {
            // A terminal has one stream.
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }
    }
}
