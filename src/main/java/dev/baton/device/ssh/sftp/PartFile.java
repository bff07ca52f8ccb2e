package dev.baton.device.ssh.sftp;

import dev.baton.action.Content;
import dev.baton.device.Progress;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.PacketType;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPEngine;

/** The new file while it is written, open under a name of its own and readable by nobody else. */
final class PartFile {

    private static final int CHUNK = 32 * 1024;
    private static final int UNCONFIRMED = 16;
    private static final int OWNER_ONLY = 0600;

    private final String path;
    private final SFTPEngine engine;
    private final byte[] handle;
    private final RemoteFile file;
    private final TimeLimit limit;

    /** Makes the file, which must not be there. */
    static PartFile fresh(String path, SFTPEngine engine, TimeLimit limit) throws IOException {
        EnumSet<OpenMode> how = EnumSet.of(OpenMode.READ, OpenMode.WRITE, OpenMode.CREAT, OpenMode.EXCL);
        return new PartFile(path, how, engine, limit);
    }

    /** Opens the file, which an earlier try left. */
    static PartFile left(String path, SFTPEngine engine, TimeLimit limit) throws IOException {
        return new PartFile(path, EnumSet.of(OpenMode.READ, OpenMode.WRITE), engine, limit);
    }

    private PartFile(String path, EnumSet<OpenMode> how, SFTPEngine engine, TimeLimit limit) throws IOException {
        this.path = path;
        this.engine = engine;
        this.limit = limit;
        // By hand: the library keeps the handle to itself, and fsync needs it.
        int mode = OpenMode.toMask(how);
        handle = engine.request(engine.newRequest(PacketType.OPEN)
                        .putString(path)
                        .putUInt32(mode)
                        .putFileAttributes(new FileAttributes.Builder()
                                .withPermissions(OWNER_ONLY)
                                .build()))
                .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS)
                .ensurePacketTypeIs(PacketType.HANDLE)
                .readBytes();
        file = new RemoteFile(engine, path, handle);
    }

    String path() {
        return path;
    }

    /** @return how many bytes stand there that the content begins with; none when any of them differs */
    int keepBeginning(Content content) throws IOException {
        int there = (int) Math.min(file.length(), content.size());
        MessageDigest wanted = sha256Digest();
        for (int at = 0; at < there; at += CHUNK) {
            wanted.update(content.part(at, Math.min(CHUNK, there - at)));
        }
        if (sha256().equals(HexFormat.of().formatHex(wanted.digest()))) {
            return there;
        }
        file.setLength(0);
        return 0;
    }

    void write(Content content, int from, Progress progress) throws IOException {
        try (var out = file.new RemoteFileOutputStream(from, UNCONFIRMED)) {
            for (int at = from; at < content.size(); at += CHUNK) {
                limit.check(at + " of " + content.size() + " bytes were written");
                out.write(content.part(at, CHUNK));
                progress.at(at, content.size());
            }
        }
    }

    FileAttributes attributes() throws IOException {
        return file.fetchAttributes();
    }

    void give(int uid, int gid) throws IOException {
        file.setAttributes(new FileAttributes.Builder().withUIDGID(uid, gid).build());
    }

    void permit(int mode) throws IOException {
        file.setAttributes(new FileAttributes.Builder().withPermissions(mode).build());
    }

    /** Waits until the device has it on its disk, where it offers to tell. */
    void sync() throws IOException {
        if (engine.supportsServerExtension("fsync", "openssh.com")) {
            engine.request(engine.newExtendedRequest("fsync@openssh.com").putBytes(handle))
                    .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS)
                    .ensureStatusPacketIsOK();
        }
    }

    /** The digest of what the device gives back, in lower-case hexadecimal digits. */
    String sha256() throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] buffer = new byte[CHUNK];
        long at = 0;
        try (var in = file.new ReadAheadRemoteFileInputStream(UNCONFIRMED)) {
            for (int count = in.read(buffer, 0, CHUNK); count >= 0; count = in.read(buffer, 0, CHUNK)) {
                digest.update(buffer, 0, count);
                at += count;
                limit.check(at + " bytes were read back");
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    void close() throws IOException {
        file.close();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
