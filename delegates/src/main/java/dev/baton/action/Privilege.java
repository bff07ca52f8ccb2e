package dev.baton.action;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** As whom a program runs on a host; sudo never waits for a password that nobody will give. */
public enum Privilege {
    /** The account that logged in. */
    LOGIN(),
    /** Root, by {@code sudo -n}. */
    ROOT("sudo", "-n"),
    /** Root, by {@code sudo -S}, which is given the password of the credential. */
    ROOT_BY_PASSWORD("sudo", "-S", "-p", Privilege.PROMPT);

    /** How sudo asks, in plans and journals; whoever sends the command puts a random word in its place. */
    public static final String PROMPT = "baton-sudo-prompt";

    /** Sudo's refusals, and a shell's word for a sudo that is not there; the prefix stays in every language. */
    private static final Pattern NO_FROM_SUDO =
            Pattern.compile("(^|: )sudo: |^Sorry, user |is not in the sudoers file|not allowed to run sudo");

    private final List<String> prefix;

    Privilege(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /** What a step needs on this device: an account that is root already has no use for sudo. */
    public static Privilege of(Device device, boolean become) {
        if (!become || device.rootLogin()) {
            return LOGIN;
        }
        return device.sudoPassword() ? ROOT_BY_PASSWORD : ROOT;
    }

    /** Whether sudo may ask for the password of the credential before this command. */
    public static boolean wantsPassword(Command command) {
        return command.channel() == Channel.EXEC && command.text().startsWith(ROOT_BY_PASSWORD.line() + " ");
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
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(words));
        return Shell.POSIX.line(line);
    }
}
