package dev.baton.inventory;

import dev.baton.inventory.Credential.FileServer;
import dev.baton.inventory.Credential.HttpToken;
import dev.baton.inventory.Credential.Protected;
import dev.baton.inventory.Credential.SnmpCommunity;
import dev.baton.inventory.Credential.SnmpUser;
import dev.baton.inventory.Credential.SshKey;
import dev.baton.inventory.Credential.SshPassword;
import dev.baton.secret.SecretReference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code credentials}. */
final class CredentialReader {

    private static final List<String> TYPES =
            List.of("ssh-password", "ssh-key", "snmp-community", "snmp-v3", "http-token", "file-server");
    private static final List<String> AUTH = List.of("SHA-256", "SHA-512", "SHA-384", "SHA-224", "SHA", "MD5");
    private static final List<String> PRIVACY =
            List.of("AES-128", "AES-192", "AES-256", "AES-192-C", "AES-256-C", "DES");
    private static final String OPEN = "noAuthNoPriv";
    private static final Pattern STORED = Pattern.compile("store:([A-Za-z0-9][A-Za-z0-9._-]{0,127}) or (.*)");
    private static final List<String> ROTATED = List.of("password", "private-key", "enable", "sudo");

    private CredentialReader() {}

    /** Empty when even the type is not known. */
    static Optional<Credential> read(Entry entry, String name) {
        String type = entry.required("type");
        Optional<Credential> credential = switch (type) {
            case "ssh-password" ->
                Optional.of(new SshPassword(
                        name,
                        entry.required("username"),
                        secret(entry, "password"),
                        optionalSecret(entry, "enable"),
                        enableUsername(entry),
                        optionalSecret(entry, "sudo")));
            case "ssh-key" ->
                Optional.of(new SshKey(
                        name,
                        entry.required("username"),
                        secret(entry, "private-key"),
                        optionalSecret(entry, "passphrase"),
                        optionalSecret(entry, "certificate"),
                        optionalSecret(entry, "enable"),
                        enableUsername(entry),
                        optionalSecret(entry, "sudo")));
            case "snmp-community" ->
                Optional.of(new SnmpCommunity(name, secret(entry, "community"), flag(entry, "writable")));
            case "snmp-v3" -> Optional.of(snmpUser(entry, name));
            case "http-token" -> Optional.of(httpToken(entry, name));
            case "file-server" ->
                Optional.of(new FileServer(
                        name,
                        entry.required("username"),
                        secret(entry, "password"),
                        hosts(entry, "[files.example.org]")));
            default -> Optional.empty();
        };
        if (credential.isEmpty()) {
            if (!type.isEmpty()) {
                entry.fault("type", "unknown type " + type + "; known are " + String.join(", ", TYPES));
            }
            return credential;
        }
        entry.done();
        return credential;
    }

    private static SnmpUser snmpUser(Entry entry, String name) {
        String username = entry.required("username");
        Optional<Entry> auth = entry.entry("auth");
        Optional<Entry> privacy = entry.entry("privacy");
        boolean open = entry.text("level").filter(OPEN::equals).isPresent();
        if (!open && entry.text("level").isPresent()) {
            entry.fault("level", "level takes only " + OPEN + "; with auth and privacy it is known from them");
        }
        if (open && (auth.isPresent() || privacy.isPresent())) {
            entry.fault("level", "level " + OPEN + " has neither auth nor privacy");
        }
        if (!open && auth.isEmpty()) {
            entry.fault("auth is missing; a user without authentication needs level: " + OPEN);
        }
        return new SnmpUser(
                name,
                username,
                auth.map(inner -> protection(inner, AUTH)).orElse(null),
                privacy.map(inner -> protection(inner, PRIVACY)).orElse(null));
    }

    private static boolean flag(Entry entry, String key) {
        Optional<String> text = entry.text(key);
        text.filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> entry.fault(key, key + " is true or false, not " + value));
        return text.filter("true"::equals).isPresent();
    }

    private static HttpToken httpToken(Entry entry, String name) {
        return new HttpToken(name, secret(entry, "token"), hosts(entry, "[netbox.example.org]"));
    }

    private static List<String> hosts(Entry entry, String example) {
        List<String> hosts = entry.texts("hosts");
        if (hosts.isEmpty()) {
            entry.fault("hosts is missing: the hosts that the secret may be sent to, e.g. " + example);
        }
        return hosts;
    }

    private static Protected protection(Entry entry, List<String> known) {
        String protocol = entry.required("protocol");
        if (!protocol.isEmpty() && !known.contains(protocol)) {
            entry.fault("protocol", "unknown protocol " + protocol + "; known are " + String.join(", ", known));
        }
        Protected result = new Protected(protocol, secret(entry, "secret"));
        entry.done();
        return result;
    }

    private static String enableUsername(Entry entry) {
        return entry.text("enable-username").or(() -> entry.text("username")).orElse("");
    }

    private static @Nullable SecretReference optionalSecret(Entry entry, String key) {
        return entry.text(key).isPresent() ? secret(entry, key) : null;
    }

    /** What Baton keeps begins with what an administrator gives. */
    private static SecretReference secret(Entry entry, String key) {
        String uri = entry.required(key);
        Matcher stored = STORED.matcher(uri);
        if (!stored.matches()) {
            return new SecretReference(given(entry, key, uri));
        }
        if (!ROTATED.contains(key)) {
            entry.fault(key, key + " cannot be kept in the store; only " + String.join(", ", ROTATED) + " can");
        }
        return SecretReference.stored(stored.group(1), given(entry, key, stored.group(2)));
    }

    private static String given(Entry entry, String key, String uri) {
        if (uri.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
            return uri;
        }
        if (uri.startsWith("file:") && uri.length() > "file:".length()) {
            return "file:" + entry.path(uri.substring("file:".length()));
        }
        if (!uri.isEmpty()) {
            // The value is not repeated: it may be the secret itself.
            entry.fault(key, key + " must be a reference, env:NAME or file:PATH, and never the secret itself");
        }
        return "";
    }
}
