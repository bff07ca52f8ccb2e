package dev.baton.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command within what a host gets. */
public final class Unmarked {

    private static final Pattern MARKED =
            Pattern.compile("\\(\\n(.*)\\n\\)\\nexit \\$\\? # baton-\\S+", Pattern.DOTALL);

    private Unmarked() {}

    public static String of(String line) {
        Matcher marked = MARKED.matcher(line);
        return marked.matches() ? marked.group(1) : line;
    }
}
