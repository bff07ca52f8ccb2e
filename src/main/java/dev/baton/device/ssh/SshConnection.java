package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.Deadlines.Deadline;
import dev.baton.device.DeviceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.xfer.scp.SCPFileTransfer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SSH connection to a device or to a jump host, through which the next one goes. The socket below all of them is their
 * own, so that another thread can end whatever waits on it.
 */
final class SshConnection implements AutoCloseable {

    static final String PROBE = "keepalive@openssh.com";

    private static final Logger LOG = LoggerFactory.getLogger(SshConnection.class);

    private final Hop hop;
    private final DeviceSettings settings;
    private final Deadlines deadlines;
    private final SSHClient client;
    private final Carrier carrier;
    private volatile boolean ended;

    /** @param before the connection that carries this one; null where it has its own socket */
    SshConnection(
            Hop hop, @Nullable SshConnection before, DeviceSettings settings, Deadlines deadlines, Config config) {
        this.hop = hop;
        carrier = new Carrier(hop, before);
        this.settings = settings;
        this.deadlines = deadlines;
        client = new SSHClient(config);
    }

    /** Connects, checks the host key and logs in. @throws dev.baton.action.ActionProblem when any of it fails */
    void open(HostKeyCheck check, SshLogin login) {
        carrier.connect(settings.connectTimeout());
        exchangeKeys(check);
        logIn(login);
    }

    /** Has this host connect to the next one. */
    DirectConnection forward(Hop next) {
        try (Deadline deadline = deadlines.start(settings.connectTimeout(), this::abort)) {
            try {
                return client.newDirectConnection(next.address(), next.access().port());
            } catch (OpenFailException e) {
                if (e.getReason() == OpenFailException.Reason.CONNECT_FAILED) {
                    throw next.unreachable("seen from " + hop.name() + ": " + e.getMessage());
                }
                throw hop.unreachable("it refuses to forward to " + next + ": " + e.getMessage());
            } catch (IOException | IllegalStateException e) {
                throw deadline.expired()
                        ? next.unreachable(
                                "no connection from " + hop.name() + " within " + text(settings.connectTimeout()))
                        : hop.unreachable("it was lost before it could forward to " + next + ": " + cause(e));
            }
        }
    }

    private void exchangeKeys(HostKeyCheck check) {
        client.addHostKeyVerifier(check);
        client.getTransport()
                .setTimeoutMs(Math.toIntExact(settings.transportTimeout().toMillis()));
        client.getConnection()
                .setTimeoutMs(Math.toIntExact(settings.transportTimeout().toMillis()));
        // Before connecting: probing starts with the connection or never.
        client.getConnection()
                .getKeepAlive()
                .setKeepAliveInterval(Math.toIntExact(settings.keepAlive().toSeconds()));
        // Told first of all when a connection dies, before what it carries dies of it.
        client.getTransport().setDisconnectListener((reason, message) -> ended = true);
        try (Deadline deadline = deadlines.start(settings.transportTimeout(), this::abort)) {
            try {
                carrier.start(client);
            } catch (IOException e) {
                String refusal = check.refusal();
                if (refusal != null) {
                    throw Problem.HOST_KEY_MISMATCH.because(hop.name() + ": " + refusal + "; no login was tried");
                }
                Optional<NoCommonAlgorithm> none = NoCommonAlgorithm.in(e);
                if (none.isPresent()) {
                    throw none.get().problem(hop);
                }
                throw hop.unreachable(
                        deadline.expired()
                                ? "no SSH key exchange within " + text(settings.transportTimeout())
                                : "the SSH key exchange failed: " + cause(e));
            }
        }
    }

    private void logIn(SshLogin login) {
        try (Deadline deadline = deadlines.start(settings.authTimeout(), this::abort)) {
            try {
                login.logIn(client, hop.access().credential(), hop.loginSuffix());
            } catch (ActionProblem problem) {
                throw problem.problem().because(hop.name() + ": " + problem.getMessage());
            } catch (IOException | IllegalStateException e) {
                // The library's illegal state is a connection that was lost just before.
                if (deadline.expired()) {
                    throw hop.unreachable("no answer to the login within " + text(settings.authTimeout()));
                }
                if (e instanceof LoginRefusedException) {
                    throw Problem.AUTH_FAILED.because(hop.name() + ": the device refused " + e.getMessage());
                }
                throw hop.unreachable("the connection was lost during the login: " + cause(e));
            }
        }
    }

    /** Why something failed: the first host on the way that was lost, or else what the failure itself says. */
    @Nullable
    String cause(Exception failure) {
        String lost = carrier.lost();
        return lost == null ? failure.getMessage() : "the connection to " + lost + " was lost";
    }

    /** The name of the first hop on the way that was lost, up to this one. */
    @Nullable
    String lost() {
        String earlier = carrier.lost();
        return earlier == null && ended ? hop.name() : earlier;
    }

    private static String text(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    boolean alive() {
        return client.isConnected() && client.getTransport().isRunning() && client.isAuthenticated();
    }

    /** Whether the other side answers, within the time that a connection may take; a refusal is an answer. */
    boolean answers() {
        long limit = settings.connectTimeout().toMillis();
        try {
            client.getConnection().sendGlobalRequest(PROBE, true, new byte[0]).retrieve(limit, TimeUnit.MILLISECONDS);
            return true;
        } catch (ConnectionException e) {
            return alive() && !(e.getCause() instanceof TimeoutException);
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    /** @throws NotSentException also for the library's illegal state, which is a connection that was just ended */
    Session session() throws NotSentException {
        try {
            return client.startSession();
        } catch (IOException | IllegalStateException e) {
            throw new NotSentException(e);
        }
    }

    /** @throws RefusedException when the device has no such subsystem */
    Session.Subsystem subsystem(String name) throws IOException {
        Session session = session();
        try {
            return session.startSubsystem(name);
        } catch (ConnectionException e) {
            if (alive()) {
                throw new RefusedException("the device offers no " + name + ": " + e.getMessage(), e);
            }
            throw new NotSentException(e);
        }
    }

    SCPFileTransfer scp() {
        return client.newSCPFileTransfer();
    }

    /** @throws NoSftpException when the device has none */
    SFTPClient sftp() throws IOException {
        try {
            return client.newSFTPClient();
        } catch (IOException | IllegalStateException e) {
            if (alive()) {
                throw new NoSftpException(e);
            }
            throw new NotSentException(e);
        }
    }

    /** Ends whatever waits on this connection, and all that carry it, from any thread. */
    void abort() {
        try {
            carrier.abort();
        } catch (IOException e) {
            LOG.debug("Closing the socket to {} failed", hop.name(), e);
        }
    }

    /** Ends this connection and leaves those that carry it. */
    void leave() {
        try (Deadline deadline = deadlines.start(settings.connectTimeout(), this::abort)) {
            try {
                client.disconnect();
            } finally {
                carrier.close();
            }
        } catch (IOException e) {
            LOG.debug("Leaving {} failed", hop.name(), e);
        }
    }

    @Override
    public void close() {
        leave();
        carrier.closeBelow();
    }
}
