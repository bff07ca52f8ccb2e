package dev.baton.device.ssh.sftp;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.sftp.PacketType;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPEngine;

/** How much room a folder has, where the device offers to tell (OpenSSH's statvfs), or else by another way to ask. */
public final class FreeSpace {

    private final SFTPEngine engine;
    private final Otherwise otherwise;

    FreeSpace(SFTPEngine engine, Otherwise otherwise) {
        this.engine = engine;
        this.otherwise = otherwise;
    }

    /** Another way to ask. */
    public interface Otherwise {
        OptionalLong in(String folder) throws IOException;
    }

    /** Bytes that nobody uses; some of them may be kept for the superuser. */
    OptionalLong in(String folder) throws IOException {
        if (!engine.supportsServerExtension("statvfs", "openssh.com")) {
            return otherwise.in(folder);
        }
        Response reply = engine.request(
                        engine.newExtendedRequest("statvfs@openssh.com").putString(folder))
                .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS);
        if (reply.getType() != PacketType.EXTENDED_REPLY) {
            return OptionalLong.empty();
        }
        reply.readUInt64();
        long blockSize = reply.readUInt64();
        long blocks = reply.readUInt64();
        long free = blockSize * reply.readUInt64();
        // Without any blocks, as sysfs and some network file systems are, it does not count.
        return blocks == 0 ? OptionalLong.empty() : OptionalLong.of(free);
    }
}
