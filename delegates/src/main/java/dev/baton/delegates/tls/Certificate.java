package dev.baton.delegates.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a handshake showed, as the channel reports it: one {@code key: value} per line. */
public record Certificate(Map<String, String> lines) {

    public static Certificate of(String report) {
        Map<String, String> lines = new LinkedHashMap<>();
        report.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                lines.putIfAbsent(line.substring(0, colon), line.substring(colon + 2));
            }
        });
        return new Certificate(lines);
    }

    String protocol() {
        return get("protocol");
    }

    String cipher() {
        return get("cipher");
    }

    /** {@code valid}, {@code expired} or {@code not-yet-valid}. */
    String validity() {
        return get("validity");
    }

    public long daysLeft() {
        return Long.parseLong(get("daysLeft"));
    }

    /** How much of its whole time is left, in percent; 0 once it has expired. */
    int shareLeft(Instant now) {
        Instant begin = Instant.parse(get("notBefore"));
        Instant end = Instant.parse(get("notAfter"));
        long whole = Math.max(1, Duration.between(begin, end).toSeconds());
        long left = Math.max(0, Duration.between(now, end).toSeconds());
        return (int) Math.min(100, 100 * left / whole);
    }

    String notAfter() {
        return get("notAfter");
    }

    String subject() {
        return get("subject");
    }

    /** Its fingerprint, as {@code AB:CD:...}. */
    public String sha256() {
        return get("sha256");
    }

    public boolean trusted() {
        return chain().equals("trusted");
    }

    /** {@code trusted}, or why not. */
    public String chain() {
        return get("chain");
    }

    public boolean named() {
        return name().equals("matches");
    }

    /** {@code matches}, or why not. */
    public String name() {
        return get("name");
    }

    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(lines);
        facts.put("daysLeft", daysLeft());
        return facts;
    }

    private String get(String key) {
        return lines.getOrDefault(key, "");
    }

    @Override
    public String toString() {
        return "subject " + get("subject") + "; issuer " + get("issuer") + "; names " + get("names") + "; notAfter "
                + get("notAfter") + "; SHA-256 " + get("sha256");
    }
}
