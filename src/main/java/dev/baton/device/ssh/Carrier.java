package dev.baton.device.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import org.jspecify.annotations.Nullable;

/** What an SSH connection runs over: a socket of its own, or a channel of the connection to the hop before. */
final class Carrier {

    private final Hop hop;
    private final @Nullable SshConnection before;
    private final Socket socket = new Socket();
    private @Nullable DirectConnection channel;

    /** @param before null for a socket */
    Carrier(Hop hop, @Nullable SshConnection before) {
        this.hop = hop;
        this.before = before;
    }

    /** @throws dev.baton.action.ActionProblem when the hop cannot be reached in time */
    void connect(Duration timeout) {
        if (before != null) {
            channel = before.forward(hop);
            return;
        }
        InetSocketAddress address =
                new InetSocketAddress(hop.address(), hop.access().port());
        if (address.isUnresolved()) {
            throw hop.unreachable("the name cannot be resolved");
        }
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, Math.toIntExact(timeout.toMillis()));
        } catch (IOException e) {
            throw hop.unreachable(e.getMessage());
        }
    }

    /** Exchanges keys. */
    void start(SSHClient client) throws IOException {
        if (channel == null) {
            client.setSocketFactory(new ConnectedSocket(socket));
            client.connect(hop.address(), hop.access().port());
        } else {
            client.connectVia(channel);
        }
    }

    /** Ends whatever waits on it at once, and with it all that is below a channel. */
    void abort() throws IOException {
        if (before == null) {
            socket.close();
        } else {
            before.abort();
        }
    }

    /** Ends it, and nothing that is below a channel. */
    void close() throws IOException {
        if (channel == null) {
            socket.close();
        } else {
            channel.close();
        }
    }

    /** The name of the first hop before this one that was lost. */
    @Nullable
    String lost() {
        return before == null ? null : before.lost();
    }

    /** Ends all that is below a channel in good order. */
    void closeBelow() {
        if (before != null) {
            before.close();
        }
    }
}
