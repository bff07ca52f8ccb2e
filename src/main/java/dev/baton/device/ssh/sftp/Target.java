package dev.baton.device.ssh.sftp;

import dev.baton.device.ssh.sftp.UnchangedException.Reason;
import java.io.IOException;
import java.util.OptionalLong;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;

/** The place where a file shall stand, looked at before anything is written. */
final class Target {

    private final String path;
    private final String folder;
    private final SFTPClient client;
    private final FreeSpace space;

    Target(String path, String folder, SFTPClient client, FreeSpace space) {
        this.path = path;
        this.folder = folder;
        this.client = client;
        this.space = space;
    }

    /**
     * The file that stands there; null when there is none.
     *
     * @throws UnchangedException when something else stands there, or there is no folder for it
     */
    @Nullable
    FileAttributes file() throws IOException {
        FileAttributes around = look(false, folder);
        if (around == null || around.getType() != FileMode.Type.DIRECTORY) {
            throw new UnchangedException(
                    Reason.REFUSED,
                    "wanted the folder " + folder + ", "
                            + (around == null ? "there is nothing" : "there is another thing"));
        }
        FileAttributes file = look(true, path);
        if (file != null && file.getType() != FileMode.Type.REGULAR) {
            throw new UnchangedException(Reason.REFUSED, "wanted a plain file or none, " + path + " is " + kind(file));
        }
        return file;
    }

    /** @throws UnchangedException when the device tells of less room than is needed */
    void requireRoom(int bytes) throws IOException {
        OptionalLong free = space.in(folder);
        if (free.isPresent() && free.getAsLong() < bytes) {
            throw new UnchangedException(
                    Reason.REFUSED,
                    "wanted room for " + bytes + " bytes in " + folder + ", " + free.getAsLong() + " are free");
        }
    }

    private String kind(FileAttributes file) throws IOException {
        return switch (file.getType()) {
            case DIRECTORY -> "a folder";
            case SYMLINK -> "a symbolic link to " + client.readlink(path) + "; write to that";
            default -> "none";
        };
    }

    private @Nullable FileAttributes look(boolean atLink, String where) throws IOException {
        try {
            return atLink ? client.lstat(where) : client.stat(where);
        } catch (SFTPException e) {
            if (e.getStatusCode() == StatusCode.NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }
}
