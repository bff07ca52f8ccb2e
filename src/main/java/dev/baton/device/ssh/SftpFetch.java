package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/** Brings one file over SFTP as it is, unless it is larger than the command allows. */
final class SftpFetch {

    private final SshConnection connection;

    SftpFetch(SshConnection connection) {
        this.connection = connection;
    }

    Answer run(Command command) throws IOException {
        String[] words = command.text().split(" ", 2);
        int limit = Integer.parseInt(words[0]);
        try (SFTPClient client = connection.sftp();
                RemoteFile file = client.open(words[1])) {
            if (file.fetchAttributes().getType() != FileMode.Type.REGULAR) {
                throw new RefusedException("wanted a plain file, it is something else", null);
            }
            return Answer.of(command, Content.of(bytes(file, limit)));
        } catch (SFTPException e) {
            if (connection.alive()) {
                throw new RefusedException("the device does not give the file: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Counts what comes: the size of a file that grows, or of one that the kernel makes up, is not what was told. */
    private static byte[] bytes(RemoteFile file, int limit) throws IOException {
        long told = file.length();
        if (told > limit) {
            throw new RefusedException("wanted at most " + limit + " bytes, the file has " + told, null);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[32 * 1024];
        try (RemoteFile.RemoteFileInputStream in = file.new RemoteFileInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limit) {
                    throw new RefusedException("wanted at most " + limit + " bytes, the file has more", null);
                }
            }
        }
        return bytes.toByteArray();
    }
}
