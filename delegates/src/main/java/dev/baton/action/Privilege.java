package dev.baton.action;

import java.util.ArrayList;
import java.util.List;

/** As whom a program runs on a host; root by sudo without a password, so that nothing waits for one. */
public enum Privilege {
    /** The account that logged in. */
    LOGIN,
    /** Root, by {@code sudo -n}. */
    ROOT;

    public static Privilege of(boolean become) {
        return become ? ROOT : LOGIN;
    }

    /** The command line for a program and its arguments, quoted for a POSIX shell. */
    public String line(String... words) {
        List<String> line = new ArrayList<>();
        if (this == ROOT) {
            line.add("sudo");
            line.add("-n");
        }
        line.addAll(List.of(words));
        return Shell.POSIX.line(line);
    }
}
