package dev.baton.device.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device's own prompt, learned by looking at it; a line of output that merely looks like some prompt is then not taken for
 * the end of an answer.
 */
final class Prompt {

    // IOS shortens the name to 20 characters in configuration mode.
    private static final int NAME = 16;
    private static final String GROUP = "name";
    private static final Pattern END = Pattern.compile("(?:\\([^()]{0,64}\\))*[>#$%]$");

    private final Pattern pattern;
    private final String name;
    private final String line;

    private Prompt(Pattern pattern, String name, String line) {
        this.pattern = pattern;
        this.name = name;
        this.line = line;
    }

    /**
     * @param shown the last line
     * @param platform the platform's prompt, which that line matches; where it has no group of the name, the name is
     *     everything before the mark at the end
     */
    static Prompt learn(String shown, Pattern platform) {
        String line = shown.strip();
        Matcher matcher = platform.matcher(line);
        boolean named = platform.pattern().contains("(?<" + GROUP + ">") && matcher.matches();
        String name = shortened(named ? matcher.group(GROUP) : END.matcher(line).replaceFirst(""));
        Pattern own = named
                ? platform
                : Pattern.compile(
                        "(?<" + GROUP + ">" + Pattern.quote(name) + "[^\\s>#$%()]{0,64})(?:\\([^()]{0,64}\\))*[>#$%]");
        return new Prompt(own, name, line);
    }

    private static String shortened(String name) {
        return name.length() > NAME ? name.substring(0, NAME) : name;
    }

    boolean matches(String line) {
        Matcher matcher = pattern.matcher(line.strip());
        return matcher.matches() && matcher.group(GROUP).startsWith(name);
    }

    /** As it was learned. */
    String line() {
        return line;
    }

    boolean privileged() {
        return line.endsWith("#");
    }
}
