package dev.baton.lab.posix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command line that is being read. */
final class Characters {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|([A-Za-z_]\\w*|[?@0-9]))");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z_]\\w*)\\(\\)\\s*");

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

    /** Takes a word that stands alone. */
    boolean takeWord(String word) {
        boolean found = atWord(word);
        position += found ? word.length() : 0;
        return found;
    }

    boolean atWord(String word) {
        int end = position + word.length();
        return at(word) && (end == text.length() || WordParser.ENDS.indexOf(text.charAt(end)) >= 0);
    }

    /** Reads the name of a function that is defined here; empty when there is none. */
    String function() {
        return name(FUNCTION);
    }

    private String name(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        position = matcher.end();
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    char next() {
        return text.charAt(position++);
    }

    /** Reads a variable such as {@code $HOME} or {@code ${HOME}}; empty when there is none here. */
    String variable() {
        return name(VARIABLE);
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
        skip(" \t");
    }

    void skipBlanksAndLines() {
        skip(" \t\n");
    }

    /** Also skips comments, up to the end of their lines. */
    private void skip(String signs) {
        while (atAny(signs) || atComment()) {
            int end = text.indexOf('\n', position);
            position = atAny(signs) ? position + 1 : end < 0 ? text.length() : end;
        }
    }

    private boolean atComment() {
        return at("#") && (position == 0 || " \t\n;".indexOf(text.charAt(position - 1)) >= 0);
    }

    SyntaxException unexpected() {
        return atEnd()
                ? new SyntaxException("syntax error: unexpected end of file")
                : new SyntaxException("syntax error near unexpected token `" + text.charAt(position) + "'");
    }
}
