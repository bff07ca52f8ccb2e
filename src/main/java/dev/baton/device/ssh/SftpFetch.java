package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.device.Progress;
import dev.baton.device.ssh.sftp.UnchangedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/**
 * Brings one file over SFTP as it is, unless it is larger than the command allows. What came before a connection was lost is
 * kept for the next one, as long as the file has the size and the time of before.
 */
final class SftpFetch {

    private static final int WORTH_RESUMING = 64 * 1024;
    private static final int MOST_RESUMES = 5;

    private final Command command;
    private final int limit;
    private final String path;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long told;
    private long changed;
    private int atResume;
    private int resumes;

    SftpFetch(Command command) {
        String[] words = command.text().split(" ", 2);
        this.command = command;
        limit = Integer.parseInt(words[0]);
        path = words[1];
    }

    /** Whether the last connection brought enough to go on with another one. */
    boolean resumable() {
        boolean gained = bytes.size() - atResume >= WORTH_RESUMING;
        atResume = bytes.size();
        return gained && ++resumes <= MOST_RESUMES;
    }

    Answer run(SshConnection connection, Progress progress) throws IOException {
        try (SFTPClient client = connection.sftp();
                RemoteFile file = client.open(path)) {
            look(file.fetchAttributes());
            read(file, progress);
            return Answer.of(command, Content.of(bytes.toByteArray()));
        } catch (SFTPException e) {
            if (UnchangedException.refusal(e)) {
                throw new RefusedException("the device does not give the file: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private void look(FileAttributes file) throws RefusedException {
        if (file.getType() != FileMode.Type.REGULAR) {
            throw new RefusedException("wanted a plain file, it is something else", null);
        }
        if (bytes.size() > 0 && (file.getSize() != told || file.getMtime() != changed)) {
            throw new RefusedException("the file changed while it was fetched", null);
        }
        told = file.getSize();
        changed = file.getMtime();
        if (told > limit) {
            throw new RefusedException("wanted at most " + limit + " bytes, the file has " + told, null);
        }
    }

    /** Counts what comes: the size of a file that grows, or of one that the kernel makes up, is not what was told. */
    private void read(RemoteFile file, Progress progress) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        try (RemoteFile.RemoteFileInputStream in = file.new RemoteFileInputStream(bytes.size())) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limit) {
                    throw new RefusedException("wanted at most " + limit + " bytes, the file has more", null);
                }
                progress.at(bytes.size(), Math.max(told, bytes.size()));
            }
        }
    }
}
