package dev.baton.delegates.http;

import dev.baton.action.Answer;
import dev.baton.action.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer over HTTP as the channel reports it: how it came about, status line, some headers, an empty line, the body.
 *
 * @param truncated whether the body is longer than what was kept
 */
public record Response(int status, List<String> headers, String body, boolean truncated) {

    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/\\S+ (\\d{3})");

    public static Response of(Answer answer) {
        String text = answer.output();
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        Matcher status = STATUS_LINE.matcher(head);
        if (!status.find()) {
            throw Problem.ANSWER_INCOMPLETE.because("no status line in the answer");
        }
        List<String> headers = head.substring(status.start()).lines().skip(1).toList();
        return new Response(
                Integer.parseInt(status.group(1)), headers, end < 0 ? "" : text.substring(end + 2), answer.truncated());
    }

    /** The status, and where to a redirect leads. */
    public String described() {
        return status
                + headers.stream()
                        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("location: "))
                        .map(header -> " with " + header)
                        .findFirst()
                        .orElse("");
    }
}
