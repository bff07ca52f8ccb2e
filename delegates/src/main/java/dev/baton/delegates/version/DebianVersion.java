package dev.baton.delegates.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of a Debian package, ordered as dpkg orders them (Debian Policy, 5.6.12): {@code [epoch:]upstream[-revision]}, where a
 * tilde comes before everything, even the end.
 */
public record DebianVersion(long epoch, String upstream, String revision) implements Comparable<DebianVersion> {

    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,9}):)?(\\S+?)(?:-([^-\\s]*))?");

    public static DebianVersion of(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return new DebianVersion(0, text.strip(), "");
        }
        long epoch = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return new DebianVersion(epoch, parts.group(2), parts.group(3) == null ? "" : parts.group(3));
    }

    @Override
    public int compareTo(DebianVersion other) {
        int order = Long.compare(epoch, other.epoch);
        if (order == 0) {
            order = compare(upstream, other.upstream);
        }
        return order != 0 ? order : compare(revision, other.revision);
    }

    private static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() || j < right.length()) {
            while (i < left.length() && !isDigit(left.charAt(i)) || j < right.length() && !isDigit(right.charAt(j))) {
                int order = Integer.compare(weight(left, i), weight(right, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int endOfLeft = end(left, i);
            int endOfRight = end(right, j);
            int order = Versions.number("0" + at(left, i, endOfLeft), "0" + at(right, j, endOfRight));
            if (order != 0) {
                return order;
            }
            i = endOfLeft;
            j = endOfRight;
        }
        return 0;
    }

    private static String at(String text, int from, int to) {
        return from >= text.length() ? "" : text.substring(from, to);
    }

    private static int end(String text, int from) {
        int end = Math.min(from, text.length());
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int weight(String text, int at) {
        if (at >= text.length() || isDigit(text.charAt(at))) {
            return 0;
        }
        char c = text.charAt(at);
        if (c == '~') {
            return -1;
        }
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? c : c + 256;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
