package dev.baton.device.snmp;

import java.util.Locale;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.smi.OID;

/** net-snmp's names of the SNMPv3 protocols. */
final class ProtocolNames {

    private static final OID NONE = new OID();

    private ProtocolNames() {}

    /** The protocol's id, or an empty one for a name that is not known. */
    static OID authentication(String name) {
        return switch (normal(name)) {
            case "SHA", "SHA1" -> AuthSHA.ID;
            case "SHA224" -> AuthHMAC128SHA224.ID;
            case "SHA256" -> AuthHMAC192SHA256.ID;
            case "SHA384" -> AuthHMAC256SHA384.ID;
            case "SHA512" -> AuthHMAC384SHA512.ID;
            default -> NONE;
        };
    }

    /** The protocol's id, or an empty one for a name that is not known. */
    static OID privacy(String name) {
        return switch (normal(name)) {
            case "AES", "AES128" -> PrivAES128.ID;
            case "AES192" -> PrivAES192.ID;
            case "AES256" -> PrivAES256.ID;
            default -> NONE;
        };
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
