package dev.baton.delegates.health;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The use of a host's own file systems. */
final class Disks {

    /** Memory and read-only images are left out: the first are small by design, the second always full. */
    static final Command READ = Command.exec("df -P -l -x tmpfs -x devtmpfs -x efivarfs -x squashfs -x iso9660");

    private static final Pattern USE = Pattern.compile("\\s(\\d+)%\\s+(/.*)$", Pattern.MULTILINE);

    private Disks() {}

    /** The file systems at or over the limit, each with its use. */
    static List<String> full(Device device, Answer answer, int limit) {
        List<MatchResult> uses =
                USE.matcher(answer.wholeOutput(device)).results().toList();
        if (uses.isEmpty()) {
            throw Problem.ANSWER_INCOMPLETE.because(device.name() + " does not tell the use of its file systems");
        }
        return uses.stream()
                .filter(use -> Integer.parseInt(use.group(1)) >= limit)
                .map(use -> use.group(2) + " is " + use.group(1) + "% full")
                .toList();
    }
}
