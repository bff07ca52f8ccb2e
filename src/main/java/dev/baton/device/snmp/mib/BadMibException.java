package dev.baton.device.snmp.mib;

/** A file of MIB names is not usable. */
final class BadMibException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadMibException(String file, String reason) {
        super(file + ": " + reason);
    }
}
