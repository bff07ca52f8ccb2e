package dev.baton.lab.ssh;

import dev.baton.lab.machine.DeviceLog;
import dev.baton.lab.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** The SSH server of one simulated device. */
public final class SshFront implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Machine machine;
    private final DeviceLog log;
    private final Login login;
    private final KeyPair hostKey;
    private final Path files;
    private final Threads threads;
    private int port;
    private @Nullable SshServer server;

    /** @param files the folder that the device offers over SFTP as its root */
    public SshFront(Machine machine, DeviceLog log, Login login, KeyPair hostKey, Path files, Threads threads) {
        this.machine = machine;
        this.log = log;
        this.login = login;
        this.hostKey = hostKey;
        this.files = files;
        this.threads = threads;
    }

    /** Listens on the wished port. @return whether the port was free */
    public synchronized boolean open(int wished) {
        port = wished;
        SshServer fresh = configured();
        try {
            fresh.start();
        } catch (IOException e) {
            return false;
        }
        server = fresh;
        return true;
    }

    /** Opens again where it was open before. */
    public void reopen() {
        open(port);
    }

    /** Drops every session and refuses new ones. */
    @Override
    public synchronized void close() {
        if (server == null) {
            return;
        }
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the SSH server on port " + port + " does not stop", e);
        }
        server = null;
    }

    private SshServer configured() {
        SshServer fresh = SshServer.setUpDefaultServer();
        fresh.setHost(LOOPBACK);
        fresh.setPort(port);
        fresh.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory(threads::network));
        fresh.setScheduledExecutorService(threads.timer(), false);
        fresh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        fresh.setPasswordAuthenticator(
                (user, password, session) -> noted(login.accepts(user, password), user, session));
        fresh.setPublickeyAuthenticator((user, key, session) -> login.accepts(user, key));
        fresh.setKeyboardInteractiveAuthenticator(null);
        fresh.setCommandFactory((channel, command) -> new Work(threads.work(), streams -> {
            log.add("exec", command);
            return streams.answer(machine.run(command, streams.in()));
        }));
        fresh.setShellFactory(channel -> new Work(threads.work(), streams -> {
            machine.talk(new LoggedTerminal(streams.terminal(), log));
            return 0;
        }));
        fresh.setFileSystemFactory(new VirtualFileSystemFactory(files));
        fresh.setSubsystemFactories(List.of(sftp()));
        CoreModuleProperties.IDLE_TIMEOUT.set(fresh, java.time.Duration.ofMinutes(30));
        return fresh;
    }

    private SftpSubsystemFactory sftp() {
        SftpSubsystemFactory factory = new SftpSubsystemFactory.Builder()
                .withExecutorServiceProvider(
                        () -> new org.apache.sshd.common.util.threads.NoCloseExecutor(threads.work()))
                .build();
        factory.addSftpEventListener(new ReadOnlyFiles(log));
        return factory;
    }

    private boolean noted(boolean accepted, String user, ServerSession session) {
        if (!accepted) {
            log.add("login", "refused " + user + " from " + session.getClientAddress());
        }
        return accepted;
    }
}
