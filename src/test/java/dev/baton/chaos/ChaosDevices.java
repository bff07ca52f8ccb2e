package dev.baton.chaos;

import dev.baton.testing.Unmarked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/** Fake devices behind one SSH port, told apart by the user name; their own log is the judge of what reached them. */
final class ChaosDevices implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Map<String, Integer> acts = new HashMap<>();
    private final Map<String, Boolean> done = new HashMap<>();
    private final Random random;

    ChaosDevices(Path folder, String password, long seed) throws IOException {
        random = new Random(seed);
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        key.setAlgorithm("EC");
        server.setKeyPairProvider(key);
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, given, session) -> password.equals(given));
        server.setCommandFactory((channel, command) -> new Executed(command));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() throws IOException {
        try {
            return KeyUtils.getFingerPrint(
                    server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** How often "act" for this label reached the device. */
    synchronized int acts(String device, String label) {
        return acts.getOrDefault(device + " " + label, 0);
    }

    private synchronized String answer(String device, String command) {
        String key = device + " " + command.substring(command.indexOf(' ') + 1);
        if (command.startsWith("ask ")) {
            Boolean state = done.get(key);
            return state == null ? "never" : state ? "done" : "busy";
        }
        acts.merge(key, 1, Integer::sum);
        done.put(key, false);
        clock.schedule(() -> finish(key), 100 + random.nextInt(300), TimeUnit.MILLISECONDS);
        return "";
    }

    private synchronized void finish(String key) {
        done.put(key, true);
        notifyAll();
    }

    private synchronized void awaitDone(String key) throws InterruptedException {
        while (Boolean.FALSE.equals(done.get(key))) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        server.stop(true);
    }

    private final class Executed extends AbstractCommandSupport {

        Executed(String command) {
            super(Unmarked.of(command), null);
        }

        @Override
        public void run() {
            String device = getServerSession().getUsername();
            try {
                String answer = answer(device, getCommand());
                if (getCommand().startsWith("act ")) {
                    awaitDone(device + " " + getCommand().substring("act ".length()));
                }
                getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                getOutputStream().flush();
                onExit(0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                onExit(1, "the client is gone");
            }
        }
    }
}
