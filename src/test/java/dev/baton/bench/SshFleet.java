package dev.baton.bench;

import dev.baton.testing.Unmarked;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;

/** Thousands of devices in a JVM of its own, so that their work is not counted; each answers at its own address. */
final class SshFleet {

    /** One device of so many does not answer {@link #HANG}. */
    static final int ONE_HANGS_OF = 20;

    static final String ECHO = "echo hello";
    static final String HANG = "hang";

    private static final int BACKLOG = 1_024;

    private SshFleet() {}

    /** Takes a folder for the host key and the password, says port and fingerprint, and ends with its input. */
    public static void main(String[] arguments) throws Exception {
        CloseableExecutorService threads = ThreadUtils.newCachedThreadPool("fleet");
        SshServer server = SshServer.setUpDefaultServer();
        SimpleGeneratorHostKeyProvider key =
                new SimpleGeneratorHostKeyProvider(Path.of(arguments[0]).resolve("host-key"));
        key.setAlgorithm("EC");
        server.setKeyPairProvider(key);
        server.setHost("0.0.0.0");
        server.getProperties().put("socket-backlog", BACKLOG);
        server.setPasswordAuthenticator((user, given, session) -> arguments[1].equals(given));
        server.setCommandFactory((channel, command) -> new Executed(command, ThreadUtils.noClose(threads)));
        server.setShellFactory(channel -> new IosShell(ThreadUtils.noClose(threads)));
        server.start();
        String fingerprint =
                KeyUtils.getFingerPrint(key.loadKeys(null).iterator().next().getPublic());
        System.out.println(server.getPort() + " " + fingerprint);
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    /** Which device it is that somebody speaks to. */
    static int number(ServerSession session) {
        InetSocketAddress address = (InetSocketAddress) session.getIoSession().getLocalAddress();
        return Addresses.number(address.getAddress().getHostAddress());
    }

    private static final class Executed extends AbstractCommandSupport {

        Executed(String command, CloseableExecutorService threads) {
            super(Unmarked.of(command), threads);
        }

        @Override
        public void run() {
            try {
                if (getCommand().equals(HANG) && number(getServerSession()) % ONE_HANGS_OF == ONE_HANGS_OF / 2) {
                    new CountDownLatch(1).await();
                }
                getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
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
