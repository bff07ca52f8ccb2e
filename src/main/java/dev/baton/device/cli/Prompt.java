package dev.baton.device.cli;

import java.util.regex.Pattern;

/**
 * A device's own prompt, learned by looking at it; a line of output that merely looks like some prompt is then not taken for
 * the end of an answer.
 */
final class Prompt {

    // IOS shortens the name to 20 characters in configuration mode.
    private static final int NAME = 16;
    private static final Pattern END = Pattern.compile("(?:\\([^()]{0,64}\\))*[>#$%]$");

    private final Pattern pattern;
    private final boolean privileged;

    private Prompt(Pattern pattern, boolean privileged) {
        this.pattern = pattern;
        this.privileged = privileged;
    }

    /** @param shown the last line, which matches the platform's prompt */
    static Prompt learn(String shown) {
        String line = shown.strip();
        String name = END.matcher(line).replaceFirst("");
        String known = name.length() > NAME ? name.substring(0, NAME) : name;
        return new Prompt(
                Pattern.compile(Pattern.quote(known) + "[^\\s>#$%()]{0,64}(?:\\([^()]{0,64}\\))*[>#$%]"),
                line.endsWith("#"));
    }

    boolean matches(String line) {
        return pattern.matcher(line.strip()).matches();
    }

    boolean privileged() {
        return privileged;
    }
}
