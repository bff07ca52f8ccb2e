package dev.baton.lab;

import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Session.Command;

/** Talks to a device of the lab by what the inventory says, without any of Baton's own device code. */
final class LabClient implements AutoCloseable {

    private final SSHClient ssh = new SSHClient();

    LabClient(InventoryDevice device) throws IOException {
        ssh.addHostKeyVerifier(((HostTrust.Pin) device.ssh().hostTrust()).fingerprint());
        ssh.setConnectTimeout(5_000);
        ssh.setTimeout(20_000);
        ssh.connect(device.device().address(), device.ssh().port());
        if (device.ssh().credential() instanceof Credential.SshKey key) {
            ssh.authPublickey(key.username(), file(key.privateKey()).toString());
        } else if (device.ssh().credential() instanceof Credential.SshPassword password) {
            ssh.authPassword(password.username(), read(password.password()));
        }
    }

    static String read(SecretReference reference) {
        try {
            return Files.readString(file(reference));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(SecretReference reference) {
        return Path.of(reference.uri().substring("file:".length()));
    }

    /** Exit status and everything that was printed. */
    Ran run(String line) throws IOException {
        try (Session session = ssh.startSession()) {
            Command command = session.exec(line);
            String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            command.join();
            return new Ran(command.getExitStatus() == null ? -1 : command.getExitStatus(), output, errors);
        }
    }

    String output(String line) throws IOException {
        return run(line).output();
    }

    LabCli cli() throws IOException {
        Session session = ssh.startSession();
        session.allocatePTY("vt100", 511, 24, 0, 0, java.util.Map.of());
        return new LabCli(session.startShell(), Duration.ofSeconds(10));
    }

    SSHClient ssh() {
        return ssh;
    }

    @Override
    public void close() throws IOException {
        ssh.close();
    }

    record Ran(int status, String output, String errors) {}
}
