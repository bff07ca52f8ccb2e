package dev.baton.delegates.link.read;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of ports, which are written long and short: {@code GigabitEthernet1/0/1} and {@code Gi1/0/1}. */
public final class PortName {

    private static final Pattern PARTS = Pattern.compile("([a-z-]+?) ?-?(\\d.*)");
    private static final Pattern OUTSIDE = Pattern.compile("^[\\[(\"'<]+|[\\])\"'>.:;]+$");
    private static final Pattern NUMBER = Pattern.compile("[\\d/]+");
    private static final Set<String> PORT = Set.of("port", "ports", "interface", "ethernet", "if");
    private static final int SHORTEST = 2;

    private PortName() {}

    /** Whether a line of a configuration or a log names the port; one that is only a number needs a word before it. */
    public static boolean in(String line, String port) {
        String[] words = line.strip().split("[\\s=,]+");
        for (int i = 0; i < words.length; i++) {
            String word = OUTSIDE.matcher(words[i]).replaceAll("");
            String before =
                    i == 0 ? "" : OUTSIDE.matcher(words[i - 1]).replaceAll("").toLowerCase(Locale.ROOT);
            boolean told = !NUMBER.matcher(port).matches() || PORT.contains(before);
            if (told && same(word, port) || same(before + word, port)) {
                return true;
            }
        }
        return false;
    }

    /** Whether both are the same port: the same numbers, and one word begins with the other. */
    public static boolean same(String one, String other) {
        String first = one.strip().toLowerCase(Locale.ROOT);
        String second = other.strip().toLowerCase(Locale.ROOT);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        if (first.equals(second)) {
            return true;
        }
        Matcher a = PARTS.matcher(first);
        Matcher b = PARTS.matcher(second);
        return a.matches()
                && b.matches()
                && a.group(2).equals(b.group(2))
                && Math.min(a.group(1).length(), b.group(1).length()) >= SHORTEST
                && (a.group(1).startsWith(b.group(1)) || b.group(1).startsWith(a.group(1)));
    }
}
