package dev.baton.device.ssh;

import dev.baton.device.Deadlines;
import dev.baton.device.Deadlines.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import net.schmizz.concurrent.Promise;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.ConnectionImpl;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Probes a connection and ends it when its probes stay unanswered. The library starts a thread for each connection, although
 * most of them end before their first probe; here all share the clock, and a thread works only while a probe is sent.
 */
final class SharedKeepAlive extends KeepAlive {

    private static final int LOST_PROBES = 3;

    private final Deadlines clock;
    private final Executor threads;
    private final Deque<Promise<SSHPacket, ConnectionException>> unanswered = new ArrayDeque<>();
    private volatile @Nullable Deadline next;

    SharedKeepAlive(ConnectionImpl connection, Deadlines clock, Executor threads) {
        super(connection, "keep-alive");
        this.clock = clock;
        this.threads = threads;
    }

    /** Called when keys are exchanged. */
    @Override
    public synchronized void start() {
        next = clock.start(Duration.ofSeconds(getKeepAliveInterval()), () -> threads.execute(this::probe));
    }

    private void probe() {
        if (!conn.getTransport().isRunning()) {
            return;
        }
        try {
            doKeepAlive();
            start();
        } catch (TransportException | ConnectionException e) {
            conn.getTransport().die(e);
        }
    }

    @Override
    protected void doKeepAlive() throws TransportException, ConnectionException {
        if (!conn.equals(conn.getTransport().getService())) {
            return;
        }
        while (!unanswered.isEmpty() && unanswered.peek().isFulfilled()) {
            unanswered.remove();
        }
        if (unanswered.size() >= LOST_PROBES) {
            throw new ConnectionException(
                    DisconnectReason.CONNECTION_LOST, "it did not answer " + LOST_PROBES + " probes");
        }
        unanswered.add(conn.sendGlobalRequest(SshConnection.PROBE, true, new byte[0]));
    }

    /** Called when the connection ends. */
    @Override
    public void interrupt() {
        Deadline waiting = next;
        if (waiting != null) {
            waiting.close();
        }
    }
}
