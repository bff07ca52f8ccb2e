package dev.baton.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a device is reached over SNMP.
 *
 * @param legacyUntil the last day on which MD5 and DES may be used with it; null for never
 */
public record SnmpAccess(
        int port,
        Credential credential,
        SnmpVersion version,
        @Nullable LocalDate legacyUntil) {

    /** The usual version of the credential's type, without leave for MD5 and DES. */
    public SnmpAccess(int port, Credential credential) {
        this(port, credential, usual(credential), null);
    }

    static SnmpVersion usual(Credential credential) {
        return credential instanceof Credential.SnmpUser ? SnmpVersion.V3 : SnmpVersion.V2C;
    }
}
