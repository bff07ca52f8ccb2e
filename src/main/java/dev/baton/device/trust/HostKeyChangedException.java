package dev.baton.device.trust;

/** The cause of a {@code HOST_KEY_MISMATCH} of a device whose key had been known. */
public final class HostKeyChangedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OfferedKey key;

    public HostKeyChangedException(OfferedKey key) {
        super(key.device() + " shows " + key.fingerprint());
        this.key = key;
    }

    public OfferedKey key() {
        return key;
    }
}
