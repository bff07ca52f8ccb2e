package dev.baton.device.net;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.net.ChannelCarrier.Ready;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The network channels of one device: every command has a connection of its own, which ends with it. */
final class NetLink implements DeviceLink {

    private final InventoryDevice device;
    private final NetProtocol protocol;
    private volatile @Nullable Exchange exchange;
    private @Nullable Ready ready;
    private @Nullable Command prepared;
    private volatile boolean aborted;

    NetLink(InventoryDevice device, NetProtocol protocol) {
        this.device = device;
        this.protocol = protocol;
    }

    @Override
    public void connect(Command command) {
        prepare(command);
    }

    @Override
    public Answer send(Command command) {
        Ready current = ready;
        Ready toSend = current == null || !command.equals(prepared) ? prepare(command) : current;
        try {
            Exchange under = exchange;
            if (under == null || under.ended()) {
                throw notSent(command, new InterruptedIOException("the time was over before it was sent"));
            }
            return toSend.send();
        } catch (IOException e) {
            throw lost(command, e);
        } finally {
            close();
        }
    }

    private Ready prepare(Command command) {
        close();
        Exchange fresh = protocol.exchange(command.timeout());
        exchange = fresh;
        try {
            if (aborted) {
                throw cancelled(command);
            }
            Ready made = protocol.carrier(command.channel()).prepare(device, command, fresh);
            ready = made;
            prepared = command;
            return made;
        } catch (IOException e) {
            ActionProblem problem = notSent(command, e);
            close();
            throw problem;
        } catch (ActionProblem e) {
            close();
            throw e;
        }
    }

    private ActionProblem notSent(Command command, IOException e) {
        return aborted ? cancelled(command) : problem(command, e);
    }

    private ActionProblem lost(Command command, IOException e) {
        if (command.changes()) {
            return Problem.OUTCOME_UNKNOWN.because(
                    what(command) + "it was sent, but the answer was lost: " + reason(command, e));
        }
        return notSent(command, e);
    }

    private ActionProblem problem(Command command, IOException e) {
        Problem problem =
                late(e) ? Problem.TIMEOUT : e instanceof SSLException ? Problem.CHECK_FAILED : Problem.UNREACHABLE;
        return problem.because(what(command) + reason(command, e));
    }

    private boolean late(IOException e) {
        Exchange current = exchange;
        return (current != null && current.late()) || e instanceof SocketTimeoutException;
    }

    private String reason(Command command, IOException e) {
        String limit = command.timeout().toMillis() / 1000.0 + " s";
        return late(e) ? "no answer within " + limit + ": " + e.getMessage() : explained(e);
    }

    /** Java wraps what is wrong with a certificate into what is wrong with a handshake. */
    private static String explained(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException certificate) {
                return "the certificate is refused: " + certificate.getMessage();
            }
        }
        return e instanceof SSLException ? "no TLS: " + e.getMessage() : String.valueOf(e.getMessage());
    }

    private ActionProblem cancelled(Command command) {
        return Problem.CANCELLED.because(what(command) + "it was cancelled");
    }

    private String what(Command command) {
        return device.name() + ": \"" + command.text().lines().findFirst().orElse("") + "\": ";
    }

    @Override
    public void abort() {
        aborted = true;
        Exchange current = exchange;
        if (current != null) {
            current.end();
        }
    }

    @Override
    public void close() {
        Exchange current = exchange;
        exchange = null;
        ready = null;
        prepared = null;
        if (current != null) {
            current.close();
        }
    }
}
