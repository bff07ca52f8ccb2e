package dev.baton.delegates.command;

import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Shell;
import dev.baton.action.Upload;
import java.util.ArrayList;
import java.util.List;

/** The commands of one script: a private folder, the script in it, its run, and the folder's end. */
record ScriptRun(Command prepare, Command upload, Command run, Command remove) {

    private static final int DISTINCT = 16;

    static ScriptRun of(Device device, RunScriptInputs inputs, Content script) {
        List<String> words = new ArrayList<>(List.of(inputs.interpreter().program(), "script"));
        words.addAll(inputs.arguments());
        // The same for every rendering of the same script; the device's lease keeps a second one away meanwhile.
        String folder = "/tmp/.baton-script-"
                + Content.of(script.sha256() + words).sha256().substring(0, DISTINCT);
        String file = folder + "/script";
        words.set(1, file);
        String remove = Shell.POSIX.line("rm", "-rf", folder);
        String run = Privilege.of(device, inputs.become()).line(words.toArray(String[]::new));
        Command running = Command.exec(run + "; status=$?; " + remove + "; exit $status")
                .changing()
                .within(inputs.timeout());
        return new ScriptRun(
                Command.exec(prepare(folder)),
                Command.sftpWrite(Upload.of(file, script).withMode("0600")).within(inputs.timeout()),
                inputs.detached() ? running.detach() : running,
                Command.exec(remove));
    }

    List<Command> all() {
        return List.of(prepare, upload, run, remove);
    }

    /** A folder that a lost run left is taken over, one that somebody else made is not: nobody but its owner can swap it. */
    private static String prepare(String folder) {
        return "mkdir -m 0700 " + folder + " 2>/dev/null || { test ! -L " + folder + " && test -d " + folder
                + " && test -O " + folder + " && chmod 0700 " + folder + "; }";
    }
}
