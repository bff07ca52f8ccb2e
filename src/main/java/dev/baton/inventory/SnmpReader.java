package dev.baton.inventory;

import dev.baton.inventory.Credential.Protected;
import dev.baton.inventory.Credential.SnmpUser;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Reads how a device is reached over SNMP. */
final class SnmpReader {

    private static final List<String> LEGACY = List.of("MD5", "DES");

    private SnmpReader() {}

    static SnmpAccess read(Entry entry, Credential credential) {
        int port = entry.port("port", 161);
        SnmpVersion version = entry.text("version")
                .map(text -> version(entry, credential, text))
                .orElse(SnmpAccess.usual(credential));
        LocalDate legacyUntil = entry.day("legacy-until");
        if (legacyUntil == null && entry.text("legacy-until").isEmpty()) {
            legacy(credential)
                    .forEach(
                            protocol -> entry.fault(
                                    "credential",
                                    "the credential " + credential.name() + " uses " + protocol
                                            + ", which protects little: a device that speaks nothing better needs legacy-until: DATE"));
        }
        return new SnmpAccess(port, credential, version, legacyUntil);
    }

    private static SnmpVersion version(Entry entry, Credential credential, String text) {
        boolean user = credential instanceof SnmpUser;
        return Stream.of(SnmpVersion.values())
                .filter(version -> version.text().equals(text))
                .filter(version -> user == (version == SnmpVersion.V3))
                .findFirst()
                .orElseGet(() -> {
                    entry.fault(
                            "version",
                            "version is 1 or 2c with an snmp-community and 3 with an snmp-v3 credential, not " + text);
                    return SnmpAccess.usual(credential);
                });
    }

    private static Stream<String> legacy(Credential credential) {
        return credential instanceof SnmpUser user
                ? Stream.of(user.auth(), user.privacy())
                        .filter(protection -> protection != null)
                        .map(Protected::protocol)
                        .filter(LEGACY::contains)
                : Stream.of();
    }
}
