package dev.baton.device.platform;

/** A platform file that cannot be used. */
public final class BadPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadPlatformException(String file, String reason) {
        super("the platform " + file + " is not usable: " + reason);
    }
}
