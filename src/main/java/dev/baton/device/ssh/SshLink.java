package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.device.Deadlines.Deadline;
import dev.baton.device.DeviceLink;
import dev.baton.device.Progress;
import dev.baton.device.cli.Patience;
import dev.baton.device.cli.ServerLogin;
import dev.baton.device.netconf.NetconfSession;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/**
 * The SSH connection of one link to a device: opened when first needed, and again after it was lost. One that rested between two
 * steps is asked whether it still lives before it is used, and replaced in silence as long as nothing was sent over it.
 */
final class SshLink implements DeviceLink {

    private final InventoryDevice device;
    private final SshAccess access;
    private final SshProtocol protocol;
    private final SshRoute route;
    private final SshFailures failures;
    private volatile @Nullable SshConnection connection;
    private @Nullable CliSession cli;
    private @Nullable SshConnection elevated;
    private @Nullable NetconfSession netconf;
    private boolean rested;
    private boolean asked;
    private @Nullable SftpFetch fetching;
    private volatile Progress progress = Progress.UNHEARD;
    private volatile boolean aborted;

    SshLink(InventoryDevice device, SshAccess access, SshProtocol protocol) {
        this.device = device;
        this.access = access;
        this.protocol = protocol;
        failures = new SshFailures(device.name());
        route = new SshRoute(Hop.way(device, protocol::platform), protocol);
    }

    @Override
    public void connect(Command command) {
        protocol.serverLogin(command);
        ready(command);
    }

    @Override
    public boolean connected(Command command) {
        SshConnection current = connection;
        return current != null && usable(current);
    }

    @Override
    public Answer send(Command command) {
        ServerLogin login = protocol.serverLogin(command);
        SshConnection open = ready(command);
        CliSession session = command.channel() == Channel.CLI ? cli : null;
        try (Deadline deadline = protocol.deadlines().start(longest(command), open::abort)) {
            try {
                Answer answer = session == null ? transmit(open, command) : session.send(command, login);
                rested = false;
                fetching = null;
                return answer;
            } catch (IOException e) {
                boolean replaceable = rested && !aborted && e instanceof NotSentException;
                boolean resumable = !aborted && !deadline.expired() && isResumable(e);
                rested = false;
                if (!replaceable && !resumable) {
                    fetching = null;
                    throw failed(command, open, deadline, e);
                }
            }
        }
        close();
        return send(command);
    }

    /** The connection goes, unless the other side answered over it. */
    private ActionProblem failed(Command command, SshConnection open, Deadline deadline, IOException e) {
        ActionProblem problem = failures.of(command, open, deadline, e, aborted);
        if (!SshFailures.isAnswer(e)) {
            close();
        }
        return problem;
    }

    private static Duration longest(Command command) {
        return command.channel() == Channel.SFTP_WRITE
                ? command.timeout().plus(SftpWrite.CLEANING_UP)
                : command.timeout();
    }

    /** What was fetched before the connection was lost need not be fetched again. */
    private boolean isResumable(IOException e) {
        SftpFetch current = fetching;
        return current != null && !(e instanceof RefusedException) && current.resumable();
    }

    private Answer fetch(SshConnection open, Command command) throws IOException {
        SftpFetch current = fetching == null ? new SftpFetch(command) : fetching;
        fetching = current;
        return current.run(open, progress);
    }

    private Answer transmit(SshConnection open, Command command) throws IOException {
        try {
            return transmitPreferred(open, command);
        } catch (NoSftpException e) {
            if (protocol.platform(device).shell() != Shell.POSIX) {
                throw e;
            }
            return new ScpFiles(open, protocol.readers(), progress, e).run(command);
        }
    }

    /** A full disk is known before the first byte where the host has a shell. */
    private OptionalLong room(SshConnection open, String folder) throws IOException {
        return protocol.platform(device).shell() == Shell.POSIX
                ? new DiskFree(open, protocol.readers()).in(folder)
                : OptionalLong.empty();
    }

    private Answer transmitPreferred(SshConnection open, Command command) throws IOException {
        return switch (command.channel()) {
            case NETCONF -> netconf(open).send(command);
            case EXEC ->
                Privilege.wantsPassword(command)
                        ? sudo(open).run(command)
                        : exec(open).run(command);
            case SECRET_INPUT -> new SecretCommand(exec(open), protocol.login(), access.credential()).run(command);
            case SFTP_READ -> new SftpRead(open).run(command);
            case SFTP_FETCH -> fetch(open, command);
            case SFTP_COMPARE -> new SftpCompare(open).run(command);
            case SFTP_WRITE -> new SftpWrite(open, folder -> room(open, folder)).run(command, progress);
            default -> throw new IllegalArgumentException("SSH does not carry " + command.channel());
        };
    }

    private ExecCommand exec(SshConnection open) {
        return new ExecCommand(open, protocol.readers());
    }

    private SudoCommand sudo(SshConnection open) {
        return protocol.login().sudo(exec(open), device.name(), access.credential());
    }

    /** It ends with the connection, and with it what it has locked. */
    private NetconfSession netconf(SshConnection open) throws IOException {
        NetconfSession session = netconf;
        if (session == null) {
            Session.Subsystem subsystem = open.subsystem("netconf");
            session = new NetconfSession(device.name(), subsystem.getInputStream(), subsystem.getOutputStream());
            netconf = session;
        }
        return session;
    }

    /** The connection, with a CLI session on it where the command needs one. */
    private SshConnection ready(Command command) {
        SshConnection open = open(command);
        if (Privilege.wantsPassword(command) && elevated != open) {
            elevate(open, command);
        }
        if (command.channel() != Channel.CLI || cli != null) {
            return open;
        }
        boolean replaceable = rested;
        try {
            begin(open, command);
            return open;
        } catch (NotSentException e) {
            close();
            if (!replaceable || aborted) {
                throw failures.noCli(command, e, aborted);
            }
            return ready(command);
        }
    }

    /** Has the password checked before the command needs it, as a part of the login. */
    private void elevate(SshConnection open, Command command) {
        try (Deadline deadline = protocol.deadlines().start(protocol.settings().authTimeout(), open::abort)) {
            try {
                sudo(open).check();
                elevated = open;
            } catch (IOException e) {
                close();
                throw aborted
                        ? failures.cancelled(command)
                        : Problem.UNREACHABLE.because(device.name() + ": no answer of sudo"
                                + (deadline.expired() ? " in time" : "") + ": " + open.cause(e));
            }
        }
    }

    private SshConnection open(Command command) {
        SshConnection current = connection;
        if (current != null && usable(current)) {
            return current;
        }
        close();
        try {
            SshConnection fresh = route.open();
            connection = fresh;
            return fresh;
        } catch (ActionProblem problem) {
            throw aborted ? failures.cancelled(command) : problem;
        }
    }

    private boolean usable(SshConnection current) {
        boolean cliEnded = cli != null && cli.ended();
        return current.alive() && !cliEnded && answers(current);
    }

    private boolean answers(SshConnection current) {
        asked = asked || !rested || current.answers();
        return asked;
    }

    private void begin(SshConnection open, Command command) throws NotSentException {
        try (Deadline deadline = protocol.deadlines().start(protocol.settings().authTimeout(), open::abort)) {
            CliSession fresh = new CliSession(
                    open,
                    device.name(),
                    protocol.platform(device).cli(),
                    new Patience(
                            protocol.settings().firstByteTimeout(),
                            protocol.settings().idleTimeout()),
                    protocol.readers());
            cli = fresh;
            fresh.begin(deadline.left(), protocol.login().enableSecret(access.credential()));
        } catch (NotSentException e) {
            throw e;
        } catch (IOException e) {
            close();
            throw failures.noCli(command, e, aborted);
        } catch (ActionProblem problem) {
            close();
            throw problem;
        }
    }

    @Override
    public void report(Progress to) {
        progress = to;
    }

    @Override
    public void abort() {
        aborted = true;
        route.abort();
    }

    @Override
    public boolean rest() {
        SshConnection current = connection;
        CliSession session = cli;
        boolean asBefore = netconf == null && (session == null || session.atItsBeginning());
        rested = asBefore && current != null && current.alive();
        asked = false;
        return rested;
    }

    /** Also ends a CLI session: it does not outlive its connection. */
    @Override
    public void close() {
        rested = false;
        CliSession session = cli;
        cli = null;
        netconf = null;
        if (session != null) {
            session.leave();
        }
        SshConnection current = connection;
        connection = null;
        elevated = null;
        if (current != null) {
            current.close();
        }
    }
}
