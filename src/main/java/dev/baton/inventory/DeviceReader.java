package dev.baton.inventory;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Dialects;
import dev.baton.inventory.Credential.SnmpCommunity;
import dev.baton.inventory.Credential.SnmpUser;
import dev.baton.inventory.Credential.SshKey;
import dev.baton.inventory.Credential.SshPassword;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code devices}. */
final class DeviceReader {

    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}=?");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:_%-]+");
    private static final List<String> TRUST = List.of("host-key", "known-hosts", "ca");

    private final Dialects dialects;
    private final Set<String> sites;
    private final Map<String, Credential> credentials;

    DeviceReader(Dialects dialects, Set<String> sites, Map<String, Credential> credentials) {
        this.dialects = dialects;
        this.sites = sites;
        this.credentials = credentials;
    }

    InventoryDevice read(Entry entry, String name) {
        String address = address(entry);
        String platform = platform(entry);
        String site = site(entry);
        String role = word(entry, "role");
        Set<String> tags = tags(entry);
        Criticality criticality = criticality(entry);
        String group = word(entry, "redundancy-group");
        String domain = word(entry, "conflict-domain");
        List<String> dependsOn = entry.texts("depends-on");
        SshAccess ssh = entry.entry("ssh")
                .flatMap(this::ssh)
                .map(access -> access.on(name))
                .orElse(null);
        SnmpAccess snmp = entry.entry("snmp").flatMap(this::snmp).orElse(null);
        if (entry.entry("ssh").isEmpty() && entry.entry("snmp").isEmpty()) {
            entry.fault("a device needs ssh or snmp, or both");
        }
        entry.done();
        boolean rootLogin = ssh != null && ssh.credential().isRoot();
        boolean sudoPassword = ssh != null && ssh.credential().sudo() != null;
        Device device =
                new Device(name, address, platform, site, role, tags, criticality, group, rootLogin, sudoPassword);
        return new InventoryDevice(device, dependsOn, domain, ssh, snmp);
    }

    private static String address(Entry entry) {
        String address = entry.required("address");
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            entry.fault("address", "address must be a host name or an IP address, not " + address);
        }
        return address;
    }

    private String platform(Entry entry) {
        String platform = entry.required("platform");
        if (!platform.isEmpty() && !dialects.platforms().contains(platform)) {
            entry.fault(
                    "platform",
                    "unknown platform " + platform + "; known are "
                            + String.join(", ", new TreeSet<>(dialects.platforms())));
        }
        return platform;
    }

    private @Nullable String site(Entry entry) {
        Optional<String> site = entry.text("site");
        site.filter(name -> !sites.contains(name))
                .ifPresent(name -> entry.fault("site", "unknown site " + name + "; add it under sites"));
        return site.orElse(null);
    }

    private static @Nullable String word(Entry entry, String key) {
        return entry.text(key).map(text -> word(entry, key, text)).orElse(null);
    }

    private static String word(Entry entry, String key, String text) {
        if (!Names.isName(text)) {
            entry.fault(key, key + " takes " + Names.RULE + ", not " + text);
        }
        return text;
    }

    private static Set<String> tags(Entry entry) {
        List<String> tags = entry.texts("tags");
        tags.forEach(tag -> word(entry, "tags", tag));
        return Set.copyOf(new TreeSet<>(tags));
    }

    private static Criticality criticality(Entry entry) {
        String text = entry.text("criticality").orElse("medium");
        return Stream.of(Criticality.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseGet(() -> {
                    entry.fault("criticality", "criticality is low, medium or high, not " + text);
                    return Criticality.MEDIUM;
                });
    }

    private Optional<SshAccess> ssh(Entry entry) {
        int port = entry.port("port", 22);
        int netconfPort = entry.port("netconf-port", SshAccess.NETCONF);
        Optional<Credential> credential = credential(entry, "ssh-password or ssh-key", SshPassword.class, SshKey.class);
        Optional<HostTrust> trust = trust(entry);
        LocalDate legacyUntil = entry.day("legacy-until");
        // JumpReader looks the device up when all are known.
        entry.text("jump");
        entry.done();
        return credential.flatMap(
                found -> trust.map(known -> new SshAccess(port, netconfPort, found, known, null, legacyUntil)));
    }

    private static Optional<HostTrust> trust(Entry entry) {
        List<String> given =
                TRUST.stream().filter(key -> entry.text(key).isPresent()).toList();
        if (given.size() != 1) {
            entry.fault("ssh needs exactly one of " + String.join(", ", TRUST));
            return Optional.empty();
        }
        String key = given.get(0);
        String value = entry.required(key);
        return Optional.of(
                switch (key) {
                    case "known-hosts" -> new HostTrust.KnownHosts(entry.existing(key, value));
                    case "ca" -> new HostTrust.Authority(entry.existing(key, value));
                    default -> pin(entry, value);
                });
    }

    private static HostTrust pin(Entry entry, String value) {
        if (!FINGERPRINT.matcher(value).matches()) {
            entry.fault(
                    "host-key",
                    "host-key must be a fingerprint as `ssh-keygen -lf` shows it, SHA256: and 43 characters, not "
                            + value);
        }
        return new HostTrust.Pin(value.replaceFirst("=$", ""));
    }

    private Optional<SnmpAccess> snmp(Entry entry) {
        Optional<Credential> credential =
                credential(entry, "snmp-community or snmp-v3", SnmpCommunity.class, SnmpUser.class);
        Optional<SnmpAccess> access = credential.map(found -> SnmpReader.read(entry, found));
        if (access.isPresent()) {
            entry.done();
        }
        return access;
    }

    @SafeVarargs
    private Optional<Credential> credential(Entry entry, String wanted, Class<? extends Credential>... types) {
        String name = entry.required("credential");
        Credential credential = credentials.get(name);
        if (credential == null) {
            if (!name.isEmpty()) {
                entry.fault("credential", "unknown credential " + name + "; add it under credentials");
            }
            return Optional.empty();
        }
        if (Stream.of(types).noneMatch(type -> type.isInstance(credential))) {
            entry.fault("credential", "the credential " + name + " must be of type " + wanted);
        }
        return Optional.of(credential);
    }
}
