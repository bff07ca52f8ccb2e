package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.Deadlines.Deadline;
import dev.baton.device.DeviceSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SSH connection to a device; its socket is its own, so that another thread can end whatever waits on it. */
final class SshConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SshConnection.class);
    private static final int LOST_PROBES = 3;

    private final InventoryDevice device;
    private final SshAccess access;
    private final DeviceSettings settings;
    private final Deadlines deadlines;
    private final SSHClient client;
    private final Socket socket = new Socket();

    SshConnection(
            InventoryDevice device, SshAccess access, DeviceSettings settings, Deadlines deadlines, Config config) {
        this.device = device;
        this.access = access;
        this.settings = settings;
        this.deadlines = deadlines;
        client = new SSHClient(config);
    }

    /** Connects, checks the host key and logs in. @throws dev.baton.action.ActionProblem when any of it fails */
    void open(HostKeyCheck check, SshLogin login) {
        connect();
        exchangeKeys(check);
        logIn(login);
    }

    private void connect() {
        InetSocketAddress address = new InetSocketAddress(device.device().address(), access.port());
        if (address.isUnresolved()) {
            throw unreachable("the name cannot be resolved");
        }
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.toIntExact(settings.connectTimeout().toMillis()));
        } catch (IOException e) {
            throw unreachable(e.getMessage());
        }
    }

    private void exchangeKeys(HostKeyCheck check) {
        client.setSocketFactory(new ConnectedSocket(socket));
        client.addHostKeyVerifier(check);
        client.getTransport()
                .setTimeoutMs(Math.toIntExact(settings.transportTimeout().toMillis()));
        client.getConnection()
                .setTimeoutMs(Math.toIntExact(settings.transportTimeout().toMillis()));
        if (client.getConnection().getKeepAlive() instanceof KeepAliveRunner keepAlive) {
            // Before connecting: the probing thread starts with the connection or never.
            keepAlive.setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
            keepAlive.setMaxAliveCount(LOST_PROBES);
        }
        try (Deadline deadline = deadlines.start(settings.transportTimeout(), this::abort)) {
            try {
                client.connect(device.device().address(), access.port());
            } catch (IOException e) {
                String refusal = check.refusal();
                if (refusal != null) {
                    throw Problem.HOST_KEY_MISMATCH.because(device.name() + ": " + refusal + "; no login was tried");
                }
                throw unreachable(
                        deadline.expired()
                                ? "no SSH key exchange within " + text(settings.transportTimeout())
                                : "the SSH key exchange failed: " + e.getMessage());
            }
        }
    }

    private void logIn(SshLogin login) {
        try (Deadline deadline = deadlines.start(settings.authTimeout(), this::abort)) {
            try {
                login.logIn(client, access.credential());
            } catch (IOException e) {
                String credential = access.credential().name();
                if (deadline.expired()) {
                    throw unreachable("no answer to the login within " + text(settings.authTimeout()));
                }
                if (refused(e)) {
                    throw Problem.AUTH_FAILED.because(device.name() + ": the device refused the credential "
                            + credential + "; it allows "
                            + String.join(", ", client.getUserAuth().getAllowedMethods()));
                }
                throw unreachable("the connection was lost during the login: " + e.getMessage());
            }
        }
    }

    private boolean refused(IOException e) {
        boolean said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("authentication fail");
        return e instanceof UserAuthException && (client.getTransport().isRunning() || said);
    }

    private ActionProblem unreachable(@Nullable String seen) {
        return Problem.UNREACHABLE.because(
                device.name() + ": " + device.device().address() + ":" + access.port() + " over SSH: " + seen);
    }

    private static String text(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    boolean alive() {
        return client.isConnected() && client.getTransport().isRunning() && client.isAuthenticated();
    }

    /** @throws NotSentException also for the library's illegal state, which is a connection that was just ended */
    Session session() throws NotSentException {
        try {
            return client.startSession();
        } catch (IOException | IllegalStateException e) {
            throw new NotSentException(e);
        }
    }

    SFTPClient sftp() throws NotSentException {
        try {
            return client.newSFTPClient();
        } catch (IOException | IllegalStateException e) {
            throw new NotSentException(e);
        }
    }

    /** Ends whatever waits on this connection, from any thread. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing the socket to {} failed", device.name(), e);
        }
    }

    @Override
    public void close() {
        try (Deadline deadline = deadlines.start(settings.connectTimeout(), this::abort)) {
            client.disconnect();
        } catch (IOException e) {
            LOG.debug("Leaving {} failed", device.name(), e);
        } finally {
            abort();
        }
    }
}
