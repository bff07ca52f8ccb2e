package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Shell;
import dev.baton.action.Upload;
import dev.baton.device.Progress;
import dev.baton.device.ssh.sftp.PartNames;
import dev.baton.device.ssh.sftp.UnchangedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import net.schmizz.sshj.xfer.scp.SCPFileTransfer;
import net.schmizz.sshj.xfer.scp.ScpCommandLine.EscapeMode;
import org.jspecify.annotations.Nullable;

/**
 * Files of a Unix host that has no SFTP: SCP carries the bytes, and small shell scripts do what SFTP does besides: look, read
 * back, rename. A write is whole or not at all, too; it is not resumed.
 */
final class ScpFiles {

    private static final String USUAL_MODE = "644";

    private static final String COMPARE = """
            if [ -L "$1" ] || { [ -e "$1" ] && [ ! -f "$1" ]; }; then echo 'no plain file'
            elif [ ! -e "$1" ]; then echo absent
            else stat -c '%a %s' -- "$1" && sha256sum < "$1"; fi
            """;

    private static final String LOOK = """
            if [ ! -d "$1" ]; then echo "no wanted the folder $1, there is none"; exit; fi
            if [ -L "$2" ] || { [ -e "$2" ] && [ ! -f "$2" ]; }; then
              echo "no wanted a plain file or none, $2 is another thing"; exit
            fi
            rm -f -- "$1/$3"????????????????
            df -P -k -- "$1" | { read -r head; read -r disk size used free rest; echo "room $free"; }
            if [ -f "$2" ]; then stat -c 'old %a %u:%g' -- "$2"; fi
            """;

    private static final String FINISH = """
            set -e
            trap 'rm -f -- "$1"' EXIT
            if [ "$(stat -c %u:%g -- "$1")" != "$4" ] && [ -n "$4" ]; then chown -- "$4" "$1"; fi
            chmod -- "$3" "$1"
            seen=$(sha256sum < "$1")
            if [ "${seen%% *}" != "$5" ]; then echo "different ${seen%% *}"; exit 0; fi
            mv -f -- "$1" "$2"
            echo done
            """;

    private final SshConnection connection;
    private final ExecutorService readers;
    private final Progress progress;
    private final NoSftpException why;

    ScpFiles(SshConnection connection, ExecutorService readers, Progress progress, NoSftpException why) {
        this.connection = connection;
        this.readers = readers;
        this.progress = progress;
        this.why = why;
    }

    /** Does what the command wants of SFTP. */
    Answer run(Command command) throws IOException {
        return switch (command.channel()) {
            case SFTP_COMPARE -> Answer.of(command, compared(Objects.requireNonNull(command.upload())) + "\n");
            case SFTP_WRITE -> Answer.of(command, written(Objects.requireNonNull(command.upload())));
            case SFTP_FETCH -> {
                String[] words = command.text().split(" ", 2);
                yield Answer.of(command, fetched(words[1], Integer.parseInt(words[0])));
            }
            default -> throw why;
        };
    }

    private String compared(Upload upload) throws IOException {
        List<String> seen = shell(COMPARE, upload.path());
        if (seen.size() != 2) {
            return String.join(" ", seen);
        }
        String[] modeAndSize = seen.get(0).split(" ", 2);
        String digest = seen.get(1).split(" ", 2)[0];
        if (upload.mode() != null && Integer.parseInt(modeAndSize[0], 8) != Integer.parseInt(upload.mode(), 8)) {
            return "other mode: " + modeAndSize[0];
        }
        return digest.equals(upload.content().sha256()) ? "same" : "other content: sha256=" + digest;
    }

    private Content fetched(String path, int limit) throws IOException {
        List<String> before = shell(COMPARE, path);
        if (before.size() != 2) {
            throw new RefusedException("wanted a plain file, it is " + String.join(" ", before), null);
        }
        long size = Long.parseLong(before.get(0).split(" ", 2)[1]);
        if (size > limit) {
            throw new RefusedException("wanted at most " + limit + " bytes, the file has " + size, null);
        }
        ScpMemory memory = new ScpMemory(limit);
        transfer().newSCPDownloadClient().copy(Shell.POSIX.line(path), memory, EscapeMode.NoEscape);
        Content content = Content.of(memory.bytes());
        if (!before.get(1).startsWith(content.sha256())) {
            throw new RefusedException("the file changed while it was fetched", null);
        }
        return content;
    }

    private String written(Upload upload) throws IOException {
        PartNames names = new PartNames(upload.path());
        String part = names.fresh();
        String[] old;
        try {
            old = look(upload, names);
            send(upload, part);
        } catch (UnchangedException e) {
            throw e;
        } catch (IOException e) {
            throw connection.answers()
                    ? UnchangedException.refused("over SCP the device does not take it: " + e.getMessage(), e)
                    : UnchangedException.lost("the connection was lost before the file took its place", e);
        }
        String mode = upload.mode() != null ? upload.mode() : old.length == 0 ? USUAL_MODE : old[1];
        List<String> end = shell(
                FINISH,
                part,
                upload.path(),
                mode,
                old.length == 0 ? "" : old[2],
                upload.content().sha256());
        if (!end.equals(List.of("done"))) {
            throw UnchangedException.different(
                    "wanted sha256 " + upload.content().sha256() + ", the device gives back " + String.join(" ", end));
        }
        return String.format(
                "%s: %s, read back; mode %04o; over SCP%n",
                old.length == 0 ? "made" : "replaced", upload.content(), Integer.parseInt(mode, 8));
    }

    /** @return the word {@code old}, mode and owner of the file that is replaced; empty when there is none */
    private String[] look(Upload upload, PartNames names) throws IOException {
        List<String> seen = shell(LOOK, names.folder(), upload.path(), names.beginning());
        for (String line : seen) {
            if (line.startsWith("no ")) {
                throw UnchangedException.refused(line.substring("no ".length()), null);
            }
            long free = line.matches("room \\d{1,15}") ? Long.parseLong(line.substring("room ".length())) * 1024 : -1;
            if (free >= 0 && free < upload.content().size()) {
                throw UnchangedException.refused(
                        "wanted room for " + upload.content().size() + " bytes in " + names.folder() + ", " + free
                                + " are free",
                        null);
            }
        }
        return seen.stream()
                .filter(line -> line.startsWith("old "))
                .map(line -> line.split(" "))
                .findFirst()
                .orElse(new String[0]);
    }

    private void send(Upload upload, String part) throws IOException {
        transfer()
                .newSCPUploadClient()
                .copy(new ScpSource(upload.content()), Shell.POSIX.line(part), EscapeMode.NoEscape);
    }

    private SCPFileTransfer transfer() {
        SCPFileTransfer transfer = connection.scp();
        transfer.setTransferListener(new ScpProgress(progress));
        return transfer;
    }

    /** @return the lines that it prints */
    private List<String> shell(String script, String... arguments) throws IOException {
        List<String> words = Stream.concat(Stream.of("sh", "-c", "eval \"$0\"", script), Arrays.stream(arguments))
                .toList();
        Answer answer = new ExecCommand(connection, readers).run(Command.exec(line(words)));
        if (!answer.succeeded()) {
            throw refused(answer.ending());
        }
        return answer.output().lines().toList();
    }

    /** A script has line ends, which the shell's arguments must not have otherwise. */
    private static String line(List<String> words) {
        String script = words.get(3);
        return Shell.POSIX.line(words.subList(0, 3)) + " '" + script.replace("'", "'\\''") + "' "
                + Shell.POSIX.line(words.subList(4, words.size()));
    }

    private IOException refused(@Nullable String ending) {
        return new RefusedException(why.getMessage() + "; and over SCP: " + ending, why);
    }
}
