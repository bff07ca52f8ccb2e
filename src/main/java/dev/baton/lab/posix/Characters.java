package dev.baton.lab.posix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line that is being read. */
final class Characters {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|([A-Za-z_]\\w*|\\?))");

    private final String text;
    private int position;

    Characters(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    boolean at(String expected) {
        return text.startsWith(expected, position);
    }

    boolean atAny(String signs) {
        return !atEnd() && signs.indexOf(text.charAt(position)) >= 0;
    }

    boolean take(String expected) {
        boolean found = at(expected);
        position += found ? expected.length() : 0;
        return found;
    }

    char next() {
        return text.charAt(position++);
    }

    /** Reads a variable such as {@code $HOME} or {@code ${HOME}}; empty when there is none here. */
    String variable() {
        Matcher matcher = VARIABLE.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        position = matcher.end();
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** Reads what stands before a closing sign, and the sign. */
    String upTo(char end) {
        int close = text.indexOf(end, position);
        if (close < 0) {
            throw new SyntaxException("unexpected EOF while looking for matching `" + end + "'");
        }
        String inner = text.substring(position, close);
        position = close + 1;
        return inner;
    }

    void skipBlanks() {
        while (atAny(" \t")) {
            position++;
        }
    }

    void skipBlanksAndLines() {
        while (atAny(" \t\n")) {
            position++;
        }
    }

    SyntaxException unexpected() {
        return atEnd()
                ? new SyntaxException("syntax error: unexpected end of file")
                : new SyntaxException("syntax error near unexpected token `" + text.charAt(position) + "'");
    }
}
