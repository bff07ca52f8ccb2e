package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Shell;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a Unix host by {@code df} how much room a folder has. */
final class DiskFree {

    /** The last line: file system, size, used and available blocks of 1 KiB. */
    private static final Pattern AVAILABLE =
            Pattern.compile("\\s\\d{1,15}\\s+\\d{1,15}\\s+(\\d{1,12})\\s+\\d{1,3}%\\s");

    private final SshConnection connection;
    private final ExecutorService readers;

    DiskFree(SshConnection connection, ExecutorService readers) {
        this.connection = connection;
        this.readers = readers;
    }

    /** @return bytes; empty when the host does not tell */
    OptionalLong in(String folder) throws IOException {
        Command df = Command.exec(Shell.POSIX.line("env", "LC_ALL=C", "df", "-P", "-k", "--", folder));
        try {
            Answer answer = new ExecCommand(connection, readers).run(df);
            Matcher available = AVAILABLE.matcher(answer.output());
            return answer.succeeded() && available.find()
                    ? OptionalLong.of(Long.parseLong(available.group(1)) * 1024)
                    : OptionalLong.empty();
        } catch (RefusedException e) {
            return OptionalLong.empty();
        }
    }
}
