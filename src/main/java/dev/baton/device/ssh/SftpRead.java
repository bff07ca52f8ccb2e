package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.ssh.sftp.UnchangedException;
import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/** Reads one file over SFTP. */
final class SftpRead {

    private final SshConnection connection;

    SftpRead(SshConnection connection) {
        this.connection = connection;
    }

    Answer run(Command command) throws IOException {
        try (SFTPClient client = connection.sftp();
                RemoteFile file = client.open(command.text());
                RemoteFile.RemoteFileInputStream content = file.new RemoteFileInputStream()) {
            CappedOutput output = new CappedOutput();
            output.drain(content);
            return new Answer(command, null, null, output.text(), "", List.of(), output.dropped());
        } catch (SFTPException e) {
            if (UnchangedException.refusal(e)) {
                throw new RefusedException("the device does not give the file: " + e.getMessage(), e);
            }
            throw e;
        }
    }
}
