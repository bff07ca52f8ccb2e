package dev.baton.chaos;

import java.util.Locale;

/** The fake devices, which share a port and are told apart by their login. */
final class ChaosInventory {

    static final int DEVICES = 30;

    private ChaosInventory() {}

    static String name(int number) {
        return String.format(Locale.ROOT, "fake-%02d", number);
    }

    static String yaml(int port, String fingerprint) {
        StringBuilder devices = new StringBuilder("devices:\n");
        StringBuilder credentials = new StringBuilder("credentials:\n");
        for (int number = 0; number < DEVICES; number++) {
            devices.append(
                    "  - {name: %1$s, address: 127.0.0.1, platform: frr, ssh: {port: %2$d, credential: %1$s, host-key: \"%3$s\"}}\n"
                            .formatted(name(number), port, fingerprint));
            credentials.append(
                    "  - {name: %1$s, type: ssh-password, username: %1$s, password: \"env:CHAOS_PASSWORD\"}\n"
                            .formatted(name(number)));
        }
        return devices.append(credentials).toString();
    }
}
