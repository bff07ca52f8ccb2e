package dev.baton.device.ssh;

/** The device has no SFTP; it may take files in another way. */
final class NoSftpException extends RefusedException {

    private static final long serialVersionUID = 1L;

    NoSftpException(Exception cause) {
        super("the device offers no SFTP: " + cause.getMessage(), cause);
    }
}
