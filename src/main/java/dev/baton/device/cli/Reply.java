package dev.baton.device.cli;

/** Collects what a device sends in answer to one command: all of it up to a limit, and its end for looking at. */
final class Reply {

    static final int LIMIT = 1024 * 1024;
    private static final int TAIL = 4096;

    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder tail = new StringBuilder();
    private long dropped;

    void add(String chunk) {
        int room = LIMIT - kept.length();
        kept.append(chunk, 0, Math.min(room, chunk.length()));
        dropped += Math.max(0, chunk.length() - room);
        tail.append(chunk);
        if (tail.length() > TAIL) {
            tail.delete(0, tail.length() - TAIL);
        }
    }

    boolean empty() {
        return kept.isEmpty();
    }

    /** Begins a new end: what was looked at is not looked at again. */
    void seen() {
        tail.setLength(0);
    }

    /** Takes the end off what is kept, e.g. a pager's line. */
    void drop(String shown) {
        int at = kept.lastIndexOf(shown);
        if (at >= 0 && !shown.isEmpty()) {
            kept.delete(at, at + shown.length());
        }
    }

    /** Whether the command that was typed came back: at the beginning, where the terminal shows it. */
    boolean echoes(String command) {
        String begin = TerminalText.clean(kept.substring(0, Math.min(kept.length(), TAIL)));
        return squeezed(begin).contains(squeezed(command));
    }

    /** Without white space: a terminal may break a line that is too long for it. */
    static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    String tail() {
        return TerminalText.clean(tail);
    }

    String text() {
        return TerminalText.clean(kept);
    }

    /** How many characters came and were not kept. */
    long dropped() {
        return dropped;
    }
}
