package dev.baton.device.snmp.usm;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;

/** The SNMPv3 protocols that Baton speaks, by net-snmp's names; {@code -C} is the key extension of Cisco devices. */
public final class Protocols {

    private static final Map<String, AuthenticationProtocol> AUTHENTICATION = Map.of(
            "SHA512", new AuthHMAC384SHA512(),
            "SHA384", new AuthHMAC256SHA384(),
            "SHA256", new AuthHMAC192SHA256(),
            "SHA224", new AuthHMAC128SHA224(),
            "SHA", new AuthSHA(),
            "SHA1", new AuthSHA(),
            "MD5", new AuthMD5());
    private static final Map<String, PrivacyProtocol> PRIVACY = Map.of(
            "AES", new PrivAES128(),
            "AES128", new PrivAES128(),
            "AES192", new PrivAES192(),
            "AES256", new PrivAES256(),
            "AES192C", new PrivAES192With3DESKeyExtension(),
            "AES256C", new PrivAES256With3DESKeyExtension(),
            "DES", new PrivDES());
    private static final Set<String> BROKEN = Set.of("MD5", "DES");

    private Protocols() {}

    public static Optional<AuthenticationProtocol> authentication(String name) {
        return Optional.ofNullable(AUTHENTICATION.get(normal(name)));
    }

    public static Optional<PrivacyProtocol> privacy(String name) {
        return Optional.ofNullable(PRIVACY.get(normal(name)));
    }

    /** Whether the protocol protects little, so that a device needs the inventory's leave to use it. */
    public static boolean isLegacy(String name) {
        return BROKEN.contains(normal(name));
    }

    /** All of them, in the form that the library looks them up in. */
    public static SecurityProtocols all() {
        return new SecurityProtocols(SecurityProtocolSet.any);
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
