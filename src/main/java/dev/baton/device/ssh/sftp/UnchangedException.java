package dev.baton.device.ssh.sftp;

import dev.baton.action.Problem;
import java.io.IOException;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;

/** The file was not written, and what stood in its place before still stands there. */
public final class UnchangedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it was not. */
    enum Reason {
        /** The device, or the state of it, does not allow it. */
        REFUSED(Problem.COMMAND_REJECTED),
        /** What was read back is not what was written. */
        DIFFERENT(Problem.CHECK_FAILED),
        /** The time was over, and the device still listened. */
        LATE(Problem.TIMEOUT),
        CONNECTION_LOST(Problem.UNREACHABLE);

        private final Problem problem;

        Reason(Problem problem) {
            this.problem = problem;
        }
    }

    UnchangedException(Reason reason, String message, @Nullable IOException cause) {
        super(message + "; the file is as it was", cause);
        this.reason = reason;
    }

    UnchangedException(Reason reason, String message) {
        this(reason, message, null);
    }

    public static UnchangedException refused(String message, @Nullable IOException cause) {
        return new UnchangedException(Reason.REFUSED, message, cause);
    }

    public static UnchangedException different(String message) {
        return new UnchangedException(Reason.DIFFERENT, message);
    }

    public static UnchangedException lost(String message, IOException cause) {
        return new UnchangedException(Reason.CONNECTION_LOST, message + ": " + cause.getMessage(), cause);
    }

    /** Whether the connection is fine, and the problem is another one than its loss. */
    public boolean answered() {
        return reason != Reason.CONNECTION_LOST;
    }

    public Problem problem() {
        return reason.problem;
    }

    /** Whether the device answered, and did not want to. */
    public static boolean refusal(IOException e) {
        return status(e) != StatusCode.UNKNOWN;
    }

    static StatusCode status(IOException e) {
        return e instanceof SFTPException answer ? answer.getStatusCode() : StatusCode.UNKNOWN;
    }
}
