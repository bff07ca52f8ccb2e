package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.Progress;
import dev.baton.device.ssh.sftp.FileReplacement;
import dev.baton.device.ssh.sftp.FreeSpace;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import net.schmizz.sshj.common.IOUtils;
import net.schmizz.sshj.sftp.SFTPClient;

/** Writes one file over SFTP. */
final class SftpWrite {

    /** After the command's time is over, to take away what was written so far. */
    static final Duration CLEANING_UP = Duration.ofSeconds(5);

    private final SshConnection connection;
    private final FreeSpace.Otherwise otherwise;

    SftpWrite(SshConnection connection, FreeSpace.Otherwise otherwise) {
        this.connection = connection;
        this.otherwise = otherwise;
    }

    Answer run(Command command, Progress progress) throws IOException {
        SFTPClient client = connection.sftp();
        try {
            // Longer than the watchdog waits: one clock is enough.
            client.getSFTPEngine()
                    .setTimeoutMs(Math.toIntExact(
                            command.timeout().plus(CLEANING_UP.multipliedBy(2)).toMillis()));
            return Answer.of(
                    command,
                    new FileReplacement(
                                    client,
                                    Objects.requireNonNull(command.upload()),
                                    command.timeout(),
                                    progress,
                                    otherwise)
                            .run());
        } finally {
            // What goes wrong with leaving does not undo the file.
            IOUtils.closeQuietly(client);
        }
    }
}
