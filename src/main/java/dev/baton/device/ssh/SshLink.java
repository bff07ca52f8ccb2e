package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines.Deadline;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The SSH connection of one device and run: opened when first needed, and again after it was lost. */
final class SshLink implements DeviceLink {

    private final InventoryDevice device;
    private final SshAccess access;
    private final SshProtocol protocol;
    private volatile @Nullable SshConnection connection;
    private volatile boolean aborted;

    SshLink(InventoryDevice device, SshAccess access, SshProtocol protocol) {
        this.device = device;
        this.access = access;
        this.protocol = protocol;
    }

    @Override
    public void connect(Command command) {
        open(command);
    }

    @Override
    public Answer send(Command command) {
        SshConnection open = open(command);
        try (Deadline deadline = protocol.deadlines().start(command.timeout(), open::abort)) {
            try {
                return transmit(open, command);
            } catch (IOException e) {
                throw problem(open, command, deadline, e);
            }
        }
    }

    private Answer transmit(SshConnection open, Command command) throws IOException {
        return switch (command.channel()) {
            case EXEC -> new ExecCommand(open, protocol.readers()).run(command);
            case SFTP_READ -> new SftpRead(open).run(command);
            default -> throw new IllegalArgumentException("SSH does not carry " + command.channel());
        };
    }

    private SshConnection open(Command command) {
        SshConnection current = connection;
        if (current != null && current.alive()) {
            return current;
        }
        close();
        SshConnection fresh = protocol.connection(device, access);
        connection = fresh;
        try {
            if (aborted) {
                throw cancelled(command);
            }
            fresh.open(protocol.login());
            return fresh;
        } catch (ActionProblem problem) {
            close();
            throw aborted ? cancelled(command) : problem;
        }
    }

    private ActionProblem problem(SshConnection open, Command command, Deadline deadline, IOException e) {
        String what = device.name() + ": \"" + command.text() + "\": ";
        if (e instanceof RefusedException) {
            return Problem.COMMAND_REJECTED.because(what + e.getMessage());
        }
        boolean alive = open.alive();
        close();
        if (e instanceof NotSentException) {
            return aborted ? cancelled(command) : Problem.UNREACHABLE.because(what + "not sent: " + e.getMessage());
        }
        String seen = deadline.expired()
                ? "no answer within " + command.timeout().toMillis() / 1000.0 + " s"
                : "the answer was lost: " + e.getMessage();
        if (command.changes()) {
            return Problem.OUTCOME_UNKNOWN.because(what + "it was sent, but " + seen);
        }
        if (aborted) {
            return cancelled(command);
        }
        if (deadline.expired()) {
            return Problem.TIMEOUT.because(what + seen);
        }
        return (alive ? Problem.ANSWER_INCOMPLETE : Problem.UNREACHABLE).because(what + seen);
    }

    private ActionProblem cancelled(Command command) {
        return Problem.CANCELLED.because(device.name() + ": \"" + command.text() + "\" was cancelled");
    }

    @Override
    public void abort() {
        aborted = true;
        SshConnection current = connection;
        if (current != null) {
            current.abort();
        }
    }

    @Override
    public void close() {
        SshConnection current = connection;
        connection = null;
        if (current != null) {
            current.close();
        }
    }
}
