package dev.baton.device.platform;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replaces secrets in text by a keyed hash of them: the secret is gone, and a changed one still shows. */
final class Scrubber {

    /** What is a secret on every platform: private keys, what XML calls so, and passwords in URLs. */
    private static final List<Pattern> EVERYWHERE = List.of(
            Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----([^-]{1,20000})-----END"),
            Pattern.compile(
                    "<(?:[\\w.-]{1,40}:)?[\\w.-]{0,60}(?i:passw(?:or)?d|secret|passphrase|community|psk|private-key"
                            + "|auth(?:entication)?-key|key-string)[\\w.-]{0,60}(?:\\s[^<>]{0,400})?>([^<]{1,4000})</"),
            Pattern.compile("<community>\\s{0,100}<name>([^<]{1,200})</name>"),
            Pattern.compile("://[^/\\s:@]{1,200}:([^@\\s/]{1,200})@"));

    private static final Pattern DONE = Pattern.compile("<scrubbed:[0-9a-f]{8}>");

    private final List<Pattern> patterns;
    private final UnaryOperator<String> hash;

    /**
     * @param patterns each group of each is a secret
     * @param hash eight hexadecimal digits for a secret
     */
    Scrubber(List<Pattern> patterns, UnaryOperator<String> hash) {
        this.patterns = Stream.concat(patterns.stream(), EVERYWHERE.stream()).toList();
        this.hash = hash;
    }

    String scrub(String text) {
        String scrubbed = text;
        for (Pattern pattern : patterns) {
            scrubbed = scrub(pattern, scrubbed);
        }
        return scrubbed;
    }

    private String scrub(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= copied) {
                    result.append(text, copied, matcher.start(group)).append(masked(matcher.group(group)));
                    copied = matcher.end(group);
                }
            }
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    private String masked(String secret) {
        return DONE.matcher(secret).matches() ? secret : "<scrubbed:" + hash.apply(secret) + ">";
    }
}
