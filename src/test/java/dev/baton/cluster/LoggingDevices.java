package dev.baton.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/** Devices behind one SSH port, told apart by the user name; they count refused logins, and changes of a pair that overlapped. */
final class LoggingDevices implements AutoCloseable {

    /** What the names of the pair begin with. */
    static final String PAIR = "fw-";

    private static final long CHANGE_MILLIS = 150;

    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final Set<String> changing = new HashSet<>();

    LoggingDevices(Path folder, String password) throws IOException {
        SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key"));
        key.setAlgorithm("EC");
        server.setKeyPairProvider(key);
        server.setHost("127.0.0.1");
        server.setPasswordAuthenticator((user, given, session) -> {
            boolean right = password.equals(given);
            refused.addAndGet(right ? 0 : 1);
            return right;
        });
        server.setCommandFactory((channel, command) -> new Executed(command));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() throws IOException, GeneralSecurityException {
        return KeyUtils.getFingerPrint(
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
    }

    int refusedLogins() {
        return refused.get();
    }

    int overlaps() {
        return overlaps.get();
    }

    private synchronized void begin(String device) {
        boolean overlapped = device.startsWith(PAIR) && changing.stream().anyMatch(other -> other.startsWith(PAIR));
        overlaps.addAndGet(overlapped ? 1 : 0);
        changing.add(device);
    }

    private synchronized void end(String device) {
        changing.remove(device);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Executed extends AbstractCommandSupport {

        Executed(String command) {
            super(command, null);
        }

        @Override
        public void run() {
            String device = getServerSession().getUsername();
            begin(device);
            try {
                new CountDownLatch(1).await(CHANGE_MILLIS, TimeUnit.MILLISECONDS);
                end(device);
                onExit(0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
