package dev.baton.lab.ssh;

import dev.baton.lab.machine.DeviceLog;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Notes which files are read over SFTP, and lets nobody change them. */
final class ReadOnlyFiles implements SftpEventListener {

    private final DeviceLog log;

    ReadOnlyFiles(DeviceLog log) {
        this.log = log;
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        log.add("sftp", handle.getFile().toString());
        if (handle instanceof FileHandle file && (file.getAccessMask() & SftpConstants.ACE4_WRITE_DATA) != 0) {
            throw refused(handle.getFile());
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        throw refused(path);
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<java.nio.file.CopyOption> options)
            throws IOException {
        throw refused(from);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) throws IOException {
        throw refused(path);
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic) throws IOException {
        throw refused(source);
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        throw refused(path);
    }

    private static AccessDeniedException refused(Path path) {
        return new AccessDeniedException(path.toString(), null, "files of a simulated device are read-only");
    }
}
