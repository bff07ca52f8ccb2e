package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inventories of many devices; the first hundreds carry a tag, so that a query can choose fewer. */
final class Inventories {

    static final int FEW = 500;
    static final String LINUX = "platform=linux";
    static final String IOS = "platform=cisco_ios";

    private Inventories() {}

    static void ssh(Path folder, int devices, int port, String fingerprint, String password) throws IOException {
        write(folder, devices(0, devices, "linux", port, fingerprint) + withPassword(folder, password));
    }

    /** Linux hosts and after them IOS switches. */
    static void mixed(Path folder, int hosts, int switches, int port, String fingerprint, String password)
            throws IOException {
        write(
                folder,
                devices(0, hosts, "linux", port, fingerprint)
                        + devices(hosts, switches, "cisco_ios", port, fingerprint)
                        + withPassword(folder, password));
    }

    static void sshWithKey(Path folder, int devices, int port, String fingerprint, Path key) throws IOException {
        write(
                folder,
                devices(0, devices, "linux", port, fingerprint)
                        + "credentials:\n  - {name: all, type: ssh-key, username: " + System.getProperty("user.name")
                        + ", private-key: \"file:" + key + "\"}\n");
    }

    private static String devices(int first, int devices, String platform, int port, String fingerprint) {
        StringBuilder text = new StringBuilder();
        for (int number = first; number < first + devices; number++) {
            text.append("  - {name: ").append(Addresses.name(number)).append(", address: ");
            text.append(Addresses.of(number))
                    .append(", platform: ")
                    .append(platform)
                    .append(", tags: [");
            text.append(number < FEW ? "few" : "more").append("], ssh: {port: ").append(port);
            text.append(", credential: all, host-key: \"").append(fingerprint).append("\"}}\n");
        }
        return text.toString();
    }

    private static String withPassword(Path folder, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password);
        return "credentials:\n  - {name: all, type: ssh-password, username: bench, password: \"file:" + secret
                + "\"}\n";
    }

    private static void write(Path folder, String devices) throws IOException {
        Files.writeString(folder.resolve("inventory.yaml"), "devices:\n" + devices);
    }

    static void snmp(Path folder, int agents, int port) throws IOException {
        snmp(folder, agents, port, "linux");
    }

    static void switches(Path folder, int agents, int port) throws IOException {
        snmp(folder, agents, port, "cisco_ios");
    }

    private static void snmp(Path folder, int agents, int port, String platform) throws IOException {
        Path secret = Files.writeString(folder.resolve("community"), "bench");
        StringBuilder text = new StringBuilder("devices:\n");
        for (int number = 0; number < agents; number++) {
            text.append("  - {name: ").append(Addresses.name(number)).append(", address: ");
            text.append(Addresses.of(number))
                    .append(", platform: ")
                    .append(platform)
                    .append(", snmp: {port: ")
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
