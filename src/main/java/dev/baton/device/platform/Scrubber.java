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

    /** What ends a line for a pattern beside the line feed. */
    private static final List<String> OTHER_LINE_ENDS = List.of("\r", "\u0085", "\u2028", "\u2029");

    private final List<Secret> secrets;
    private final UnaryOperator<String> hash;

    /**
     * @param patterns each group of each is a secret
     * @param hash eight hexadecimal digits for a secret
     */
    Scrubber(List<Pattern> patterns, UnaryOperator<String> hash) {
        this.secrets = Stream.concat(patterns.stream(), EVERYWHERE.stream())
                .map(pattern -> new Secret(pattern, startsLines(pattern.pattern())))
                .toList();
        this.hash = hash;
    }

    String scrub(String text) {
        if (text.isEmpty()) {
            return text;
        }
        boolean plainLines = OTHER_LINE_ENDS.stream().noneMatch(text::contains);
        String scrubbed = text;
        for (Secret secret : secrets) {
            scrubbed = scrub(secret.pattern(), scrubbed, plainLines && secret.startsLines());
        }
        return scrubbed;
    }

    private String scrub(Pattern pattern, String text, boolean byLine) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (from <= text.length() && (byLine ? findsAtLine(matcher, text, from) : matcher.find(from))) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= copied) {
                    result.append(text, copied, matcher.start(group)).append(masked(matcher.group(group)));
                    copied = matcher.end(group);
                }
            }
            from = Math.max(matcher.end(), matcher.start() + 1);
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    /** Whether the expression can match only where a line begins: no alternative of it is free of the anchor. */
    static boolean startsLines(String expression) {
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == '|' && depth == 0) {
                return false;
            }
        }
        return expression.startsWith("^") && !inClass;
    }

    /** As {@link Matcher#find(int)}, for an expression that matches only where a line begins: nothing else is tried. */
    private static boolean findsAtLine(Matcher matcher, String text, int from) {
        for (int line = from == 0 ? 0 : lineAfter(text, from - 1); line < text.length(); line = lineAfter(text, line)) {
            if (matcher.region(line, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static int lineAfter(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private String masked(String secret) {
        return DONE.matcher(secret).matches() ? secret : "<scrubbed:" + hash.apply(secret) + ">";
    }

    private record Secret(Pattern pattern, boolean startsLines) {}
}
