package dev.baton.device.ssh.sftp;

import dev.baton.action.Content;
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

    private final SFTPEngine engine;
    private final byte[] handle;
    private final RemoteFile file;
    private final TimeLimit limit;

    /** Makes the file, which must not be there. */
    PartFile(String path, SFTPEngine engine, TimeLimit limit) throws IOException {
        this.engine = engine;
        this.limit = limit;
        // By hand: the library keeps the handle to itself, and fsync needs it.
        int mode = OpenMode.toMask(EnumSet.of(OpenMode.READ, OpenMode.WRITE, OpenMode.CREAT, OpenMode.EXCL));
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

    void write(Content content) throws IOException {
        try (var out = file.new RemoteFileOutputStream(0, UNCONFIRMED)) {
            for (int at = 0; at < content.size(); at += CHUNK) {
                limit.check(at + " of " + content.size() + " bytes were written");
                out.write(content.part(at, CHUNK));
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
