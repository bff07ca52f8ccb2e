package dev.baton.runner;

import dev.baton.action.Dialect;
import java.nio.charset.StandardCharsets;

/**
 * Lets people read what the detached commands of one attempt say while they run: whole lines, because secrets are masked in lines,
 * and the first MiB of them.
 */
final class LiveOutput {

    static final int MOST = 1024 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;

    private final GroupCommit commits;
    private final Journal journal;
    private final Dialect dialect;
    private final ActionRow row;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private int position;
    private boolean begun;
    private String last = "";

    /** @param row as the attempt claimed it */
    LiveOutput(GroupCommit commits, Journal journal, Dialect dialect, ActionRow row) {
        this.commits = commits;
        this.journal = journal;
        this.dialect = dialect;
        this.row = row;
    }

    /** The command runs, for so many seconds now. @param newErrors what it said on its other stream */
    void at(long seconds, String newOutput, String newErrors) {
        output.append(newOutput);
        errors.append(newErrors);
        String lines = lines(output, "") + lines(errors, "stderr: ");
        if (!lines.isEmpty()) {
            keep(lines);
        }
        journal.underWay(
                row, Journal.shortened("it has run for " + seconds + " s" + (last.isEmpty() ? "" : ": " + last)));
    }

    /** Takes the whole lines out of what was not shown yet. */
    private String lines(StringBuilder text, String prefix) {
        int end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
        if (end == 0 && text.length() > LONGEST_LINE) {
            end = text.length();
        }
        StringBuilder shown = new StringBuilder();
        dialect.withoutSecrets(text.substring(0, end))
                .lines()
                .forEach(line -> shown.append(prefix).append(line).append('\n'));
        text.delete(0, end);
        return shown.toString();
    }

    private void keep(String lines) {
        last = lines.lines()
                .reduce("", (first, second) -> second.isBlank() ? first : second)
                .strip();
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        if (position + bytes.length > MOST) {
            return;
        }
        if (!begun) {
            begun = true;
            forget();
        }
        commits.write(
                "insert into baton_output (action, attempt, position, content, seen_at)"
                        + " values (?, ?, ?, ?, current_timestamp)",
                row.id(),
                row.attempt(),
                position,
                bytes);
        position += bytes.length;
    }

    /** The transcript has all of it from now on. */
    void over() {
        if (begun) {
            forget();
        }
    }

    private void forget() {
        commits.write("delete from baton_output where action = ?", row.id());
    }
}
