package dev.baton.device.ssh.sftp;

import dev.baton.action.Upload;
import dev.baton.device.Progress;
import dev.baton.device.ssh.sftp.UnchangedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.RenameFlags;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPEngine;
import org.jspecify.annotations.Nullable;

/**
 * Puts a file in its place: writes it beside the target, reads it back, and renames it over the target. Whoever opens the
 * target meanwhile sees the old file or the new one.
 */
public final class FileReplacement {

    private static final int USUAL_MODE = 0644;
    private static final int PERMISSIONS = 07777;

    private final SFTPClient client;
    private final SFTPEngine engine;
    private final Upload upload;
    private final TimeLimit limit;
    private final Progress progress;
    private final FreeSpace space;
    private final PartNames names;
    private String doing = "look at the target";
    private boolean renaming;

    /** @param otherwise tells the room where SFTP does not */
    public FileReplacement(
            SFTPClient client, Upload upload, Duration limit, Progress progress, FreeSpace.Otherwise otherwise) {
        this.space = new FreeSpace(client.getSFTPEngine(), otherwise);
        this.client = client;
        this.engine = client.getSFTPEngine();
        this.upload = upload;
        this.limit = new TimeLimit(limit);
        this.progress = progress;
        this.names = new PartNames(upload.path());
    }

    /**
     * Replaces or makes the file.
     *
     * @return what was done, for people
     * @throws UnchangedException when the target is as it was
     * @throws IOException when nobody knows
     */
    public String run() throws IOException {
        try {
            Target target = new Target(upload.path(), names.folder(), client, space);
            FileAttributes old = target.file();
            target.requireRoom(upload.content().size());
            return replace(
                    old, names.keepLongestBeginning(client, upload.content().size()));
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** @param left what an earlier try wrote of perhaps the same content */
    private String replace(@Nullable FileAttributes old, @Nullable String left) throws IOException {
        doing = "make a file in " + names.folder();
        PartFile file =
                left == null ? PartFile.fresh(names.fresh(), engine, limit) : PartFile.left(left, engine, limit);
        String part = file.path();
        try {
            int begun = left == null ? 0 : file.keepBeginning(upload.content());
            int mode = fill(file, old, begun);
            doing = "put it in the place of " + upload.path();
            renaming = true;
            client.rename(part, upload.path(), flags(old));
            return String.format(
                    "%s: %s%s, read back; mode %04o%n",
                    old == null ? "made" : "replaced",
                    upload.content(),
                    begun == 0 ? "" : ", resumed at " + begun,
                    mode);
        } catch (IOException e) {
            remove(part, e);
            throw e;
        }
    }

    private int fill(PartFile file, @Nullable FileAttributes old, int begun) throws IOException {
        doing = "write into " + names.folder();
        file.write(upload.content(), begun, progress);
        if (old != null) {
            doing = "give it the owner " + old.getUID() + ":" + old.getGID() + " of the old file";
            keepOwner(file, old);
        }
        int mode = mode(old);
        doing = "give it the mode " + String.format("%04o", mode);
        file.permit(mode);
        doing = "bring it to the disk";
        file.sync();
        doing = "read it back";
        String seen = file.sha256();
        if (!seen.equals(upload.content().sha256())) {
            throw new UnchangedException(
                    Reason.DIFFERENT, "wanted sha256 " + upload.content().sha256() + ", the device gives back " + seen);
        }
        doing = "close it";
        file.close();
        return mode;
    }

    private static void keepOwner(PartFile file, FileAttributes old) throws IOException {
        FileAttributes fresh = file.attributes();
        if (fresh.getUID() != old.getUID() || fresh.getGID() != old.getGID()) {
            file.give(old.getUID(), old.getGID());
        }
    }

    private int mode(@Nullable FileAttributes old) {
        if (upload.mode() != null) {
            return Integer.parseInt(upload.mode(), 8);
        }
        return old == null ? USUAL_MODE : old.getMode().getMask() & PERMISSIONS;
    }

    private Set<RenameFlags> flags(@Nullable FileAttributes old) throws UnchangedException {
        if (engine.supportsServerExtension("posix-rename", "openssh.com")) {
            return EnumSet.of(RenameFlags.OVERWRITE);
        }
        if (old != null) {
            throw new UnchangedException(
                    Reason.REFUSED,
                    "the device offers no posix-rename, so a file that is there cannot be replaced whole");
        }
        return EnumSet.noneOf(RenameFlags.class);
    }

    /** Takes away what was written, where the device still listens. */
    private void remove(String part, IOException failure) {
        if (UnchangedException.refusal(failure) || failure instanceof UnchangedException) {
            try {
                client.rm(part);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private IOException told(IOException e) {
        if (e instanceof UnchangedException) {
            return e;
        }
        if (UnchangedException.refusal(e)) {
            return new UnchangedException(
                    Reason.REFUSED, "the device does not " + doing + ": " + e.getMessage() + room(e), e);
        }
        if (renaming) {
            return e;
        }
        return new UnchangedException(
                Reason.CONNECTION_LOST, "the connection was lost when it had to " + doing + ": " + e.getMessage(), e);
    }

    /** The protocol calls a full disk a failure and nothing more, so the room is told with it. */
    private String room(IOException e) {
        if (UnchangedException.status(e) != StatusCode.FAILURE) {
            return "";
        }
        try {
            OptionalLong free = space.in(names.folder());
            return free.isPresent() ? " (" + free.getAsLong() + " bytes are free there)" : "";
        } catch (IOException lost) {
            e.addSuppressed(lost);
            return "";
        }
    }
}
