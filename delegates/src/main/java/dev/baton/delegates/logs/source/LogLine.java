package dev.baton.delegates.logs.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a log.
 *
 * @param minute when it was written, where the source tells; empty where only the line itself may
 * @param boot the boot of the kernel that wrote it, as the journal names it; empty where the source does not tell
 * @param host which wrote it, where the source tells; empty where only the line itself may
 */
public record LogLine(String text, String minute, String boot, String host) {

    private static final Pattern STAMP =
            Pattern.compile("^\\S{0,8}(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d)");

    /** What tells two moments apart: the minute, or the line where nothing tells the time. */
    public String moment() {
        if (!minute.isEmpty()) {
            return minute;
        }
        Matcher stamp = STAMP.matcher(text);
        return stamp.find() ? stamp.group(1) : text;
    }
}
