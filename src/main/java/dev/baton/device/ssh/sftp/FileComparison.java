package dev.baton.device.ssh.sftp;

import dev.baton.action.Upload;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;

/** Looks whether a file is as it shall be: at its size and mode first, and at its content only when those are right. */
public final class FileComparison {

    private static final int PERMISSIONS = 07777;
    private static final int AHEAD = 16;

    private final SFTPClient client;
    private final Upload upload;

    public FileComparison(SFTPClient client, Upload upload) {
        this.client = client;
        this.upload = upload;
    }

    /** @return {@code same}, or what is otherwise; one line */
    public String run() throws IOException {
        try {
            return seen(client.lstat(upload.path())) + "\n";
        } catch (SFTPException e) {
            if (e.getStatusCode() == StatusCode.NO_SUCH_FILE) {
                return "absent\n";
            }
            throw e;
        }
    }

    private String seen(FileAttributes file) throws IOException {
        int mode = file.getMode().getMask() & PERMISSIONS;
        if (file.getType() != FileMode.Type.REGULAR) {
            return "no plain file";
        }
        if (upload.mode() != null && mode != Integer.parseInt(upload.mode(), 8)) {
            return String.format("other mode: %04o", mode);
        }
        if (file.getSize() != upload.content().size()) {
            return "other content: bytes=" + file.getSize();
        }
        String digest = digest();
        return digest.equals(upload.content().sha256()) ? "same" : "other content: sha256=" + digest;
    }

    private String digest() throws IOException {
        MessageDigest digest = sha256();
        try (RemoteFile file = client.open(upload.path());
                var in = new DigestInputStream(file.new ReadAheadRemoteFileInputStream(AHEAD), digest)) {
            // By reading: what is skipped is not digested.
            in.readNBytes(upload.content().size());
            return in.read() < 0 ? HexFormat.of().formatHex(digest.digest()) : "of a file that grows";
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
