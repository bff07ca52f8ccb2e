package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.List;

/** The program that tells in detail how an array is, and with {@code --test} by its exit status too. */
final class Mdadm implements Program {

    private static final int NO_ARRAY = 4;

    private final DriveFolder folder;

    Mdadm(DriveFolder folder) {
        this.folder = folder;
    }

    @Override
    public Reply run(List<String> arguments, String input) {
        boolean test = arguments.contains("--test");
        String array = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        String detail = folder.text("mdadm");
        if (!detail.startsWith(array + ":\n")) {
            return Reply.failed(test ? NO_ARRAY : 1, "mdadm: cannot open " + array + ": No such file or directory\n");
        }
        return new Reply(test ? status(detail) : 0, detail, "");
    }

    private static int status(String detail) {
        return detail.contains(", FAILED") ? 2 : detail.contains(", degraded") ? 1 : 0;
    }
}
