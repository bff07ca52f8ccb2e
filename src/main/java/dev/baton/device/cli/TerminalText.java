package dev.baton.device.cli;

import java.util.regex.Pattern;

/** Turns what a terminal was sent into the text that a person would have seen. */
final class TerminalText {

    private static final char ESCAPE = '\u001B';
    private static final Pattern RETURN = Pattern.compile("\r+\n");
    private static final Pattern NEW_LINE =
            Pattern.compile("\u001BE|\u001B\\[1M\u001B\\[[0-9;?]{1,16}[A-Za-z]\u001B\\[1L|\r+\n");
    private static final Pattern LEFT = Pattern.compile("\u001B\\[([0-9]{0,3})D");
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile(
            "\u001B\\[[0-9;?]{0,32}[A-Za-z]|\u001B\\][^\u0007\u001B]{0,256}(?:\u0007|\u001B\\\\)|\u001B[()][0-9A-Za-z]|\u001B[=>78]");
    private static final Pattern SILENT = Pattern.compile("[\u0000\u0007\u000B\u000C\u000E-\u001A]");

    private TerminalText() {}

    static String clean(CharSequence raw) {
        String shown = raw.toString();
        String text = shown.indexOf(ESCAPE) < 0 ? RETURN.matcher(shown).replaceAll("\n") : withoutSequences(shown);
        return applyMoves(SILENT.matcher(text).replaceAll(""));
    }

    private static String withoutSequences(String raw) {
        String text = NEW_LINE.matcher(raw).replaceAll("\n");
        text = LEFT.matcher(text).replaceAll(move -> "\b".repeat(columns(move.group(1))));
        return CONTROL_SEQUENCE.matcher(text).replaceAll("");
    }

    private static int columns(String number) {
        return number.isEmpty() ? 1 : Integer.parseInt(number);
    }

    /** A backspace takes a character back; a lone carriage return begins the line anew, as pagers do to wipe themselves. */
    private static String applyMoves(String text) {
        if (text.indexOf('\b') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int lineStart = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\b') {
                result.setLength(Math.max(lineStart, result.length() - 1));
            } else if (c == '\r') {
                result.setLength(lineStart);
            } else {
                result.append(c);
                if (c == '\n') {
                    lineStart = result.length();
                }
            }
        }
        return result.toString();
    }

    static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
