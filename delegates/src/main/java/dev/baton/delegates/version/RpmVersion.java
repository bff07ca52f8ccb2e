package dev.baton.delegates.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of an RPM package, {@code [epoch:]version[-release]}, ordered as rpm orders them: a tilde comes before everything,
 * even the end, and a caret after the end and before everything else.
 */
public record RpmVersion(long epoch, String version, String release) implements Comparable<RpmVersion> {

    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,9}):)?([^-\\s]+)(?:-(\\S+))?");

    public static RpmVersion of(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return new RpmVersion(0, text.strip(), "");
        }
        long epoch = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return new RpmVersion(epoch, parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }

    /** A release that is not told equals every release, as in a dependency. */
    @Override
    public int compareTo(RpmVersion other) {
        int order = Long.compare(epoch, other.epoch);
        if (order == 0) {
            order = compare(version, other.version);
        }
        return order != 0 || release.isEmpty() || other.release.isEmpty() ? order : compare(release, other.release);
    }

    /** The order of two labels: negative, zero or positive. */
    public static int compare(String left, String right) {
        Label one = new Label(left);
        Label two = new Label(right);
        while (true) {
            one.skipSeparators();
            two.skipSeparators();
            if (one.at('~') || two.at('~')) {
                if (!one.at('~') || !two.at('~')) {
                    return one.at('~') ? -1 : 1;
                }
                one.skip();
                two.skip();
                continue;
            }
            if (one.at('^') || two.at('^')) {
                if (!one.at('^') || !two.at('^')) {
                    boolean newer = one.at('^') ? two.ended() : !one.ended();
                    return newer ? 1 : -1;
                }
                one.skip();
                two.skip();
                continue;
            }
            if (one.ended() || two.ended()) {
                return Boolean.compare(two.ended(), one.ended());
            }
            int order = segment(one, two);
            if (order != 0) {
                return order;
            }
        }
    }

    /** Digits are newer than letters; numbers count by their value, letters by the alphabet. */
    private static int segment(Label one, Label two) {
        boolean numeric = one.atDigit();
        if (numeric != two.atDigit()) {
            return numeric ? 1 : -1;
        }
        String left = one.take(numeric);
        String right = two.take(numeric);
        return numeric ? Versions.number(left, right) : Integer.signum(left.compareTo(right));
    }

    /** A label that is read from its begin. */
    private static final class Label {

        private final String text;
        private int at;

        Label(String text) {
            this.text = text;
        }

        boolean ended() {
            return at >= text.length();
        }

        boolean at(char wanted) {
            return !ended() && text.charAt(at) == wanted;
        }

        boolean atDigit() {
            return !ended() && isDigit(text.charAt(at));
        }

        void skip() {
            at++;
        }

        void skipSeparators() {
            while (!ended() && !isDigit(text.charAt(at)) && !isLetter(text.charAt(at)) && !at('~') && !at('^')) {
                at++;
            }
        }

        String take(boolean digits) {
            int from = at;
            while (!ended() && (digits ? isDigit(text.charAt(at)) : isLetter(text.charAt(at)))) {
                at++;
            }
            return text.substring(from, at);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
    }
}
