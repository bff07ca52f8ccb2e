package dev.baton.action;

/** How the lines of a configuration are written, taken away, and left again. */
public enum ConfigStyle {
    /** Lines below lines, as Cisco writes them: {@code no} takes one away, {@code exit} leaves a section. */
    SECTIONS("", "no ", "exit"),
    /** Lines below lines, as Comware writes them: {@code undo} takes one away, {@code quit} leaves a view. */
    VIEWS("", "undo ", "quit"),
    /** Whole paths, as Junos and VyOS write them: each line begins with {@code set}, or with {@code delete} to take it away. */
    SET("set ", "delete ", "");

    private final String affirmation;
    private final String negation;
    private final String leave;

    ConfigStyle(String affirmation, String negation, String leave) {
        this.affirmation = affirmation;
        this.negation = negation;
        this.leave = leave;
    }

    /** Whether the line takes something away. */
    public boolean denies(String line) {
        return line.startsWith(negation);
    }

    /** The line that takes this one back. */
    public String inverse(String line) {
        return denies(line)
                ? affirmation + line.substring(negation.length())
                : negation + line.substring(line.startsWith(affirmation) ? affirmation.length() : 0);
    }

    /** Whether the text can be a line of a configuration in this style. */
    public boolean writes(String line) {
        return denies(line) || line.startsWith(affirmation);
    }

    /** What is typed to leave a section; nothing where there are none. */
    public String leave() {
        return leave;
    }
}
