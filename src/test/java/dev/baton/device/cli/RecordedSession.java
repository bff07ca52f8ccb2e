package dev.baton.device.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A device that follows a file: it shows what stands there, a few characters at a time, and wants to be typed exactly what
 * stands there. Lines: {@code >>> } a line that is typed and echoed, {@code >>p } one that is not echoed, {@code >>k } keys
 * without the end of a line, {@code <<<} the end of the session, {@code #!} a comment; all others are shown. What is typed
 * follows at once on what is shown, so a prompt ends its line in the file. Escapes: {@code \e \r \b \s}.
 */
final class RecordedSession implements Terminal {

    private static final int CHUNK = 11;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final StringBuilder typed = new StringBuilder();
    private long now;

    RecordedSession(List<String> lines, String enter) {
        StringBuilder shown = new StringBuilder();
        boolean first = true;
        for (String line : lines) {
            if (line.startsWith("#!")) {
                continue;
            }
            boolean echoed = line.startsWith(">>> ") || line.equals(">>>");
            if (echoed || line.startsWith(">>") || line.equals("<<<")) {
                show(shown);
                first = true;
                String text = unescaped(line.substring(Math.min(4, line.length())));
                if (line.equals("<<<")) {
                    steps.add(new Step(Kind.END, ""));
                } else {
                    steps.add(new Step(Kind.TYPED, line.startsWith(">>k") ? text : text + enter));
                }
                shown.append(echoed ? text + "\r\n" : "");
            } else {
                shown.append(first ? "" : "\r\n").append(unescaped(line));
                first = false;
            }
        }
        show(shown);
    }

    private void show(StringBuilder shown) {
        for (int at = 0; at < shown.length(); at += CHUNK) {
            steps.add(new Step(Kind.SHOWN, shown.substring(at, Math.min(at + CHUNK, shown.length()))));
        }
        shown.setLength(0);
    }

    private static String unescaped(String text) {
        return text.replace("\\e", "\u001B")
                .replace("\\r", "\r")
                .replace("\\b", "\b")
                .replace("\\s", " ");
    }

    /** The nanoseconds for which it was waited in vain. */
    long now() {
        return now;
    }

    void assertOver() {
        assertThat(steps).as("what should still have come").isEmpty();
    }

    @Override
    public void type(CharSequence text) {
        typed.append(text);
        Step step = steps.peek();
        assertThat(step).as("\"%s\" was typed after the end", typed).isNotNull();
        assertThat(step.kind()).as("\"%s\" was typed before: %s", typed, step).isEqualTo(Kind.TYPED);
        assertThat(step.text()).startsWith(typed.toString());
        if (step.text().contentEquals(typed)) {
            steps.remove();
            typed.setLength(0);
        }
    }

    @Override
    public String read(Duration patience) throws IOException {
        Step step = steps.peek();
        if (step == null || step.kind() == Kind.TYPED) {
            now += patience.toNanos();
            return "";
        }
        steps.remove();
        if (step.kind() == Kind.END) {
            throw new EOFException("the session ended");
        }
        return step.text();
    }

    private enum Kind {
        SHOWN,
        TYPED,
        END
    }

    private record Step(Kind kind, String text) {}
}
