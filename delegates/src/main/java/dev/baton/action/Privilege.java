package dev.baton.action;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** As whom a program runs on a host; root by sudo without a password, so that nothing waits for one. */
public enum Privilege {
    /** The account that logged in. */
    LOGIN,
    /** Root, by {@code sudo -n}. */
    ROOT;

    /** Sudo's refusals, and a shell's word for a sudo that is not there; the prefix stays in every language. */
    private static final Pattern NO_FROM_SUDO =
            Pattern.compile("(^|: )sudo: |^Sorry, user |is not in the sudoers file|not allowed to run sudo");

    /** What a step needs on this device: an account that is root already has no use for sudo. */
    public static Privilege of(Device device, boolean become) {
        return become && !device.rootLogin() ? ROOT : LOGIN;
    }

    /**
     * Goes on unless sudo refused to run the command.
     *
     * @throws ActionProblem {@code COMMAND_REJECTED} with sudo's own words
     */
    public static void requireGranted(Device device, Answer answer) {
        String last = answer.lastLine();
        boolean ran = answer.succeeded() || !answer.output().isBlank();
        if (!ran && NO_FROM_SUDO.matcher(last).find()) {
            throw Problem.COMMAND_REJECTED.because(device.name() + ": sudo was refused for \""
                    + answer.command().text() + "\": " + last);
        }
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
