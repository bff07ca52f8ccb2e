package dev.baton.action;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns an argument vector into one command line; the only place where arguments become text. */
public enum Shell {
    /** Single quotes around every argument that needs them. */
    POSIX {
        @Override
        String argument(String text) {
            return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
        }
    },
    /** A network device's CLI: it has no quoting, so only harmless characters pass. */
    NETWORK_CLI {
        @Override
        String argument(String text) {
            if (!HARMLESS.matcher(text).matches()) {
                throw Problem.BAD_INPUT.because("a network CLI takes only " + HARMLESS + ", not \"" + text + "\"");
            }
            return text;
        }
    };

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./()*\\-]+");
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    abstract String argument(String text);

    /**
     * The command line for a program and its arguments.
     *
     * @throws ActionProblem {@code BAD_INPUT} for control characters, halves of characters, and for what the shell cannot quote
     */
    public String line(List<String> words) {
        return words.stream().map(this::safe).collect(Collectors.joining(" "));
    }

    public String line(String... words) {
        return line(List.of(words));
    }

    private String safe(String word) {
        if (UNUSABLE.matcher(word).find()) {
            throw Problem.BAD_INPUT.because("an argument must not contain control characters or halves of characters: "
                    + UNUSABLE.matcher(word).replaceAll("\u2423"));
        }
        return argument(word);
    }
}
