package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.ssh.sftp.FileComparison;
import dev.baton.device.ssh.sftp.UnchangedException;
import java.io.IOException;
import java.util.Objects;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/** Tells over SFTP whether a file stands in its place already. */
final class SftpCompare {

    private final SshConnection connection;

    SftpCompare(SshConnection connection) {
        this.connection = connection;
    }

    Answer run(Command command) throws IOException {
        try (SFTPClient client = connection.sftp()) {
            return Answer.of(command, new FileComparison(client, Objects.requireNonNull(command.upload())).run());
        } catch (SFTPException e) {
            if (UnchangedException.refusal(e)) {
                throw new RefusedException("the device does not show the file: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
