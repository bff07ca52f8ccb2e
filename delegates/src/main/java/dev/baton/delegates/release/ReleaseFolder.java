package dev.baton.delegates.release;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.regex.Pattern;

/**
 * Where an application lives on a host: {@code releases/NAME} for each release, {@code current} leads to the one that runs and
 * {@code previous} to the one before it.
 */
record ReleaseFolder(String path) {

    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,99}");

    ReleaseFolder {
        if (!PATH.matcher(path).matches()) {
            throw Problem.BAD_INPUT.because(
                    "the folder of an application is an absolute path of plain names, not \"" + path + "\"");
        }
    }

    static ReleaseFolder of(Device device, Dialect dialect, String path) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " (" + dialect.platform() + ") takes no releases");
        }
        return new ReleaseFolder(path);
    }

    static String requireRelease(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.BAD_INPUT.because(
                    "a release has a name of letters, digits and _.+-, e.g. 2.4.1, not \"" + name + "\"");
        }
        return name;
    }

    /** What a link of the folder says for a release. */
    static String link(String release) {
        return "releases/" + requireRelease(release);
    }

    Command current() {
        return Command.exec(Shell.POSIX.line("readlink", path + "/current"));
    }

    Command previous() {
        return Command.exec(Shell.POSIX.line("readlink", path + "/previous"));
    }

    /** Where a link leads, e.g. {@code releases/2.4.1}; empty where there is none. */
    String seen(Session session, Command link) {
        return session.send(link).output().strip();
    }

    Command script(String name, String script, String... arguments) {
        String[] words = new String[arguments.length + 5];
        words[0] = "sh";
        words[1] = "-c";
        words[2] = "set -e; cd \"$1\"; " + script;
        words[3] = name;
        words[4] = path;
        System.arraycopy(arguments, 0, words, 5, arguments.length);
        return Command.exec(Shell.POSIX.line(words)).changing();
    }

    static void requireDone(Session session, Answer answer, String what) {
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    session.device().name() + ": " + what + " ended with " + answer.ending());
        }
    }
}
