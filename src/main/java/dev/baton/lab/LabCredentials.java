package dev.baton.lab;

import dev.baton.lab.snmp.Access;
import dev.baton.lab.ssh.AuthorizedKeys;
import dev.baton.lab.ssh.Login;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;

/** How Baton signs in to the lab's devices: hosts by key, as root or as an account with sudo, network devices by password, SNMP by community or user. */
final class LabCredentials {

    private static final String ROOT_USER = "root";
    private static final String SUDO_USER = "ops";
    private static final String NETWORK_USER = "netops";
    private static final String SNMP_USER = "baton";

    private final LabFolder folder;
    private final PublicKey hostKey;
    private final Login network;
    private final Access.Community community;
    private final Access.User user;

    LabCredentials(LabFolder folder) {
        this.folder = folder;
        this.hostKey = folder.keyPair("hosts.key").getPublic();
        this.network = new Login.ByPassword(NETWORK_USER, folder.secret("network.password"));
        this.community = new Access.Community(folder.secret("snmp.community"));
        this.user = new Access.User(SNMP_USER, folder.secret("snmp-auth.secret"), folder.secret("snmp-privacy.secret"));
    }

    Login login(Fleet.Member member) {
        return member.host() == null ? network : new Login.ByKey(member.host().account(), keys(member));
    }

    /** A host keeps what a rotation gave it: Baton's database outlives the lab, too. */
    AuthorizedKeys keys(Fleet.Member member) {
        return new AuthorizedKeys(folder.path("authorized_keys." + member.name()), hostKey);
    }

    Access access(Fleet.Member member) {
        return member.snmp().equals("v3") ? user : community;
    }

    String community() {
        return community.name();
    }

    String sshName(Fleet.Member member) {
        if (member.host() == null) {
            return "lab-network";
        }
        return member.host().account().equals(ROOT_USER) ? "lab-hosts" : "lab-hosts-sudo";
    }

    String snmpName(Fleet.Member member) {
        return member.snmp().equals("v3") ? "lab-snmp-v3" : "lab-snmp-v2c";
    }

    /** As the inventory describes them. */
    List<Map<String, Object>> described() {
        return List.of(
                hosts("lab-hosts", ROOT_USER),
                hosts("lab-hosts-sudo", SUDO_USER),
                Map.of(
                        "name",
                        "lab-network",
                        "type",
                        "ssh-password",
                        "username",
                        NETWORK_USER,
                        "password",
                        file("network.password")),
                Map.of("name", "lab-snmp-v2c", "type", "snmp-community", "community", file("snmp.community")),
                Map.of(
                        "name",
                        "lab-snmp-v3",
                        "type",
                        "snmp-v3",
                        "username",
                        SNMP_USER,
                        "auth",
                        Map.of("protocol", "SHA-256", "secret", file("snmp-auth.secret")),
                        "privacy",
                        Map.of("protocol", "AES-128", "secret", file("snmp-privacy.secret"))));
    }

    private Map<String, Object> hosts(String name, String user) {
        return Map.of(
                "name",
                name,
                "type",
                "ssh-key",
                "username",
                user,
                "private-key",
                "store:" + name + " or " + file("hosts.key"));
    }

    private String file(String name) {
        return "file:" + folder.path(name);
    }
}
