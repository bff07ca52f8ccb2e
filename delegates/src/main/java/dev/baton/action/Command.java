package dev.baton.action;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One native command exactly as a device receives it, and how long it may take.
 *
 * @param text for {@link Channel#SFTP_WRITE} and {@link Channel#SFTP_COMPARE} what the upload shows of itself, so a plan's
 *     digest covers its content
 * @param upload the file to write or to compare; null on every other channel
 * @param detached whether it runs on without a connection, and is asked about until it ends
 */
public record Command(
        Channel channel,
        String text,
        boolean changes,
        Duration timeout,
        @Nullable Upload upload,
        boolean detached) {

    private static final Duration USUAL = Duration.ofSeconds(30);

    public Command {
        boolean needed = channel == Channel.SFTP_WRITE || channel == Channel.SFTP_COMPARE;
        boolean bound = needed && upload != null && text.equals(upload.toString());
        if (!bound && (needed || upload != null)) {
            throw new IllegalArgumentException(
                    "a file is written or compared by a command that Command.sftpWrite or Command.sftpCompare made");
        }
        if (detached && (channel != Channel.EXEC || !changes)) {
            throw new IllegalArgumentException("only a changing command of an exec channel is detached");
        }
    }

    /** A command of any channel but those that carry an upload. */
    public Command(Channel channel, String text, boolean changes, Duration timeout) {
        this(channel, text, changes, timeout, null, false);
    }

    public static Command exec(String text) {
        return new Command(Channel.EXEC, text, false, USUAL);
    }

    public static Command cli(String text) {
        return new Command(Channel.CLI, text, false, USUAL);
    }

    /** The same command of a CLI or of NETCONF, over a fresh connection beside the session that is under way. */
    public Command apart() {
        return new Command(channel == Channel.CLI ? Channel.CLI_APART : Channel.NETCONF_APART, text, changes, timeout);
    }

    public static Command snmpGet(String... oids) {
        return new Command(Channel.SNMP_GET, String.join(" ", oids), false, USUAL);
    }

    public static Command snmpGetNext(String... oids) {
        return new Command(Channel.SNMP_GET_NEXT, String.join(" ", oids), false, USUAL);
    }

    public static Command snmpWalk(String root) {
        return new Command(Channel.SNMP_WALK, root, false, USUAL);
    }

    /** Sets one variable and reads it back; always a changing command. */
    public static Command snmpSet(String oid, SnmpType type, String value) {
        if (!oid.matches("[0-9.]+") || value.chars().anyMatch(c -> c < ' ')) {
            throw Problem.BAD_INPUT.because(
                    "SNMP sets a numeric OID to a value of one line, not " + oid + " to " + value);
        }
        return new Command(Channel.SNMP_SET, oid + " " + type.letter() + " " + value, true, USUAL);
    }

    public static Command sftpRead(String path) {
        return new Command(Channel.SFTP_READ, path, false, USUAL);
    }

    /** Reads a file as it is, text or not; one that is larger is refused. */
    public static Command sftpFetch(String path, int maxBytes) {
        return new Command(Channel.SFTP_FETCH, maxBytes + " " + Upload.requirePath(path), false, USUAL);
    }

    /** Asks whether a file stands there already with this content, and with this mode where the upload names one. */
    public static Command sftpCompare(Upload upload) {
        return new Command(Channel.SFTP_COMPARE, upload.toString(), false, USUAL, upload, false);
    }

    /** Writes a file whole or not at all; always a changing command. */
    public static Command sftpWrite(Upload upload) {
        return new Command(Channel.SFTP_WRITE, upload.toString(), true, USUAL, upload, false);
    }

    /** The same command, marked as one that can change the device. */
    public Command changing() {
        return new Command(channel, text, true, timeout, upload, detached);
    }

    public Command within(Duration limit) {
        return new Command(channel, text, changes, limit, upload, detached);
    }

    /**
     * The same changing command, for one that takes long: the host runs it without a connection, once, and Baton asks how it
     * is. A node that is lost meanwhile is replaced by another one, and the command is not started again.
     */
    public Command detach() {
        return new Command(channel, text, changes, timeout, upload, true);
    }
}
