package dev.baton.device.trust;

import dev.baton.inventory.HostTrust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What decides whether a host is the one it claims to be, by SHA-256 fingerprint.
 *
 * @param types the host key algorithms that can prove it; empty when they are not known
 */
public record TrustedKeys(Set<String> revoked, Set<String> authorities, Set<String> pinned, Set<String> types) {

    private static final List<List<String>> FAMILIES = List.of(
            List.of("ssh-ed25519"),
            List.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"),
            List.of("rsa-sha2-512", "rsa-sha2-256"));
    private static final List<String> CERTIFIED = List.of(
            "ssh-ed25519-cert-v01@openssh.com",
            "ecdsa-sha2-nistp256-cert-v01@openssh.com",
            "ecdsa-sha2-nistp384-cert-v01@openssh.com",
            "ecdsa-sha2-nistp521-cert-v01@openssh.com",
            "rsa-sha2-512-cert-v01@openssh.com",
            "rsa-sha2-256-cert-v01@openssh.com");

    public TrustedKeys {
        revoked = Set.copyOf(revoked);
        authorities = Set.copyOf(authorities);
        pinned = Set.copyOf(pinned);
        types = Set.copyOf(types);
    }

    /** Reads what the inventory names. @throws IOException also for a marked line that cannot be understood */
    public static TrustedKeys read(HostTrust trust, String host, int port) throws IOException {
        if (trust instanceof HostTrust.Pin pin) {
            return new TrustedKeys(Set.of(), Set.of(), Set.of(withoutPadding(pin.fingerprint())), Set.of());
        }
        if (trust instanceof HostTrust.Authority authority) {
            return of(Files.readAllLines(authority.file()), host, port, true);
        }
        return of(Files.readAllLines(((HostTrust.KnownHosts) trust).file()), host, port, false);
    }

    /** @param bareKeysAreAuthorities whether a line that starts with a key, not with a host, names an authority */
    public static TrustedKeys of(List<String> lines, String host, int port, boolean bareKeysAreAuthorities)
            throws IOException {
        Set<String> revoked = new LinkedHashSet<>();
        Set<String> authorities = new LinkedHashSet<>();
        Set<String> pinned = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (String text : lines) {
            KnownHostsLine line = KnownHostsLine.parse(text, bareKeysAreAuthorities);
            if (line == null || !line.appliesTo(host, port)) {
                continue;
            }
            switch (line.kind()) {
                case REVOKED -> revoked.add(line.fingerprint());
                case AUTHORITY -> {
                    authorities.add(line.fingerprint());
                    types.addAll(CERTIFIED);
                }
                case HOST -> {
                    pinned.add(line.fingerprint());
                    types.addAll(algorithms(line.keyType()));
                }
            }
        }
        return new TrustedKeys(revoked, authorities, pinned, types);
    }

    private static List<String> algorithms(String keyType) {
        return keyType.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256") : List.of(keyType);
    }

    /** The same with one key in the place of all that were pinned; what is revoked stays so. */
    TrustedKeys replacedBy(String fingerprint, String keyType) {
        Set<String> proving = new LinkedHashSet<>(algorithms(keyType));
        proving.addAll(authorities.isEmpty() ? List.of() : CERTIFIED);
        return new TrustedKeys(revoked, authorities, Set.of(fingerprint), proving);
    }

    /** Changes with every key and authority that is trusted. */
    String digest() {
        return fingerprint((new TreeSet<>(pinned) + " " + new TreeSet<>(authorities)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The ways to ask a host for its key, each one a preference of types. There are several only where the type is not known: a
     * fingerprint does not tell it, and a host shows but one of its keys at a time.
     */
    public List<Set<String>> offers() {
        return types.isEmpty() && !pinned.isEmpty()
                ? FAMILIES.stream().map(Set::copyOf).toList()
                : List.of(types);
    }

    /** What would have been accepted, for a refusal's message. */
    public String wanted() {
        if (pinned.isEmpty() && authorities.isEmpty()) {
            return "a known host key (none is known for it)";
        }
        String keys = pinned.isEmpty()
                ? ""
                : String.join(" or ", pinned.stream().sorted().toList());
        String signed = authorities.isEmpty()
                ? ""
                : "a certificate signed by "
                        + String.join(" or ", authorities.stream().sorted().toList());
        return keys.isEmpty() || signed.isEmpty() ? keys + signed : keys + " or " + signed;
    }

    private static String withoutPadding(String fingerprint) {
        return fingerprint.replaceFirst("=+$", "");
    }

    /** OpenSSH's fingerprint of a key in its wire form. */
    public static String fingerprint(byte[] blob) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Digests.sha256(blob));
    }
}
