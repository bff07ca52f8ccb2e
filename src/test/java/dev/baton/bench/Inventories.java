package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inventories of many devices; the first hundreds carry a tag, so that a query can choose fewer. */
final class Inventories {

    static final int FEW = 500;

    private Inventories() {}

    static void ssh(Path folder, int devices, int port, String fingerprint, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password);
        StringBuilder text = new StringBuilder("devices:\n");
        for (int number = 0; number < devices; number++) {
            text.append("  - {name: ").append(Addresses.name(number)).append(", address: ");
            text.append(Addresses.of(number)).append(", platform: linux, tags: [");
            text.append(number < FEW ? "few" : "more").append("], ssh: {port: ").append(port);
            text.append(", credential: all, host-key: \"").append(fingerprint).append("\"}}\n");
        }
        text.append("credentials:\n  - {name: all, type: ssh-password, username: bench, password: \"file:");
        text.append(secret).append("\"}\n");
        Files.writeString(folder.resolve("inventory.yaml"), text);
    }

    static void snmp(Path folder, int agents, int port) throws IOException {
        Path secret = Files.writeString(folder.resolve("community"), "bench");
        StringBuilder text = new StringBuilder("devices:\n");
        for (int number = 0; number < agents; number++) {
            text.append("  - {name: ").append(Addresses.name(number)).append(", address: ");
            text.append(Addresses.of(number))
                    .append(", platform: linux, snmp: {port: ")
                    .append(port);
            text.append(", version: 2c, credential: all}}\n");
        }
        text.append("credentials:\n  - {name: all, type: snmp-community, community: \"file:");
        text.append(secret).append("\"}\n");
        Files.writeString(folder.resolve("inventory.yaml"), text);
    }

    static void usm(Path folder, int agents, int port) throws IOException {
        Path authentication = Files.writeString(folder.resolve("authentication"), UsmFleet.AUTHENTICATION);
        Path privacy = Files.writeString(folder.resolve("privacy"), UsmFleet.PRIVACY);
        StringBuilder text = new StringBuilder("devices:\n");
        for (int number = 0; number < agents; number++) {
            text.append("  - {name: ").append(Addresses.name(number)).append(", address: ");
            text.append(Addresses.of(number)).append(", platform: linux, snmp: {port: ");
            text.append(port).append(", version: 3, credential: all}}\n");
        }
        text.append("credentials:\n  - {name: all, type: snmp-v3, username: ").append(UsmFleet.USER);
        text.append(", auth: {protocol: SHA-256, secret: \"file:").append(authentication);
        text.append("\"}, privacy: {protocol: AES-128, secret: \"file:")
                .append(privacy)
                .append("\"}}\n");
        Files.writeString(folder.resolve("inventory.yaml"), text);
    }
}
