package dev.baton.device.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line of a known_hosts file. */
record KnownHostsLine(Kind kind, String hosts, String keyType, String fingerprint) {

    private static final int SSH_PORT = 22;
    private static final String HASHED = "|1|";

    enum Kind {
        REVOKED,
        AUTHORITY,
        HOST
    }

    /**
     * Reads a line; null for a comment and for a host line in a form that is not known, which then proves nothing.
     *
     * @throws IOException for a marked line that cannot be understood: a lost revocation would let a stolen key in
     */
    static @Nullable KnownHostsLine parse(String text, boolean bareKeysAreAuthorities) throws IOException {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return null;
        }
        String[] words = line.split("\\s+");
        boolean marked = line.startsWith("@");
        if (!marked && bareKeysAreAuthorities) {
            return key(Kind.AUTHORITY, "*", words, 0, line);
        }
        if (!marked) {
            try {
                return key(Kind.HOST, words[0], words, 1, line);
            } catch (IOException e) {
                return null;
            }
        }
        Kind kind = switch (words[0]) {
            case "@revoked" -> Kind.REVOKED;
            case "@cert-authority" -> Kind.AUTHORITY;
            default -> throw new IOException("unknown marker in the line \"" + line + "\"");
        };
        return key(kind, words.length > 1 ? words[1] : "", words, 2, line);
    }

    private static KnownHostsLine key(Kind kind, String hosts, String[] words, int at, String line) throws IOException {
        if (words.length < at + 2) {
            throw new IOException("no key in the line \"" + line + "\"");
        }
        try {
            byte[] blob = Base64.getDecoder().decode(words[at + 1]);
            return new KnownHostsLine(kind, hosts, words[at], TrustedKeys.fingerprint(blob));
        } catch (IllegalArgumentException e) {
            throw new IOException("no base64 key in the line \"" + line + "\"", e);
        }
    }

    /** Whether the line speaks of this host; a revocation speaks of all its ports. */
    boolean appliesTo(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean exact = matches(port == SSH_PORT ? name : "[" + name + "]:" + port);
        return exact || kind != Kind.HOST && matches(name);
    }

    private boolean matches(String name) {
        if (hosts.startsWith(HASHED)) {
            return matchesHash(name);
        }
        boolean matched = false;
        for (String pattern : hosts.split(",")) {
            boolean negated = pattern.startsWith("!");
            if (glob(negated ? pattern.substring(1) : pattern).matcher(name).matches()) {
                if (negated) {
                    return false;
                }
                matched = true;
            }
        }
        return matched;
    }

    private boolean matchesHash(String name) {
        String[] parts = hosts.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            byte[] hash = Digests.hmacSha1(Base64.getDecoder().decode(parts[0]), name.getBytes(StandardCharsets.UTF_8));
            return Arrays.equals(hash, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(pattern.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining()));
    }
}
