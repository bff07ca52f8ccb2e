package dev.baton.device.ssh.sftp;

import dev.baton.device.ssh.sftp.UnchangedException.Reason;
import java.time.Duration;

/** How long writing may take; it is looked at between the pieces, so that there is time left to clean up. */
final class TimeLimit {

    private final long end;

    TimeLimit(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    void check(String done) throws UnchangedException {
        if (System.nanoTime() - end > 0) {
            throw new UnchangedException(Reason.LATE, "when the time was over, " + done);
        }
    }
}
