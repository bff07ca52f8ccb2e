package dev.baton.delegates.restic;

import dev.baton.action.Device;
import dev.baton.action.Problem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the script of {@link TestRestore} says of each file.
 *
 * @param same files that came back as they are on the host
 * @param faulty those that did not, each with what is wrong
 * @param other those that were changed or removed on the host since the backup, which proves nothing
 */
record RestoreReport(int same, List<String> faulty, int other, long seconds, long bytes) {

    private static final Pattern LINE = Pattern.compile("(same|differs|unreadable|changed|gone|seconds|bytes) (.+)");

    static RestoreReport read(Device device, String output) {
        List<String[]> rows = output.lines()
                .map(LINE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new String[] {matcher.group(1), matcher.group(2)})
                .toList();
        return new RestoreReport(
                count(rows, "same"),
                rows.stream()
                        .filter(row -> row[0].equals("differs") || row[0].equals("unreadable"))
                        .map(row -> row[1])
                        .toList(),
                count(rows, "changed") + count(rows, "gone"),
                number(device, rows, "seconds"),
                number(device, rows, "bytes"));
    }

    private static int count(List<String[]> rows, String word) {
        return (int) rows.stream().filter(row -> row[0].equals(word)).count();
    }

    /** The script prints them last, so without them it did not come to its end. */
    private static long number(Device device, List<String[]> rows, String word) {
        return rows.stream()
                .filter(row -> row[0].equals(word))
                .map(row -> Long.valueOf(row[1]))
                .findFirst()
                .orElseThrow(() -> Problem.ANSWER_INCOMPLETE.because(
                        device.name() + ": the restore test did not come to its end"));
    }
}
