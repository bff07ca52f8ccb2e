package dev.baton.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a device query, with their positions. */
final class QueryTokens {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<sign>!=|=|\\(|\\)|,)|\"(?<quoted>[^\"]*)\"|(?<text>[A-Za-z0-9._*@:/+-]+))");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    QueryTokens(String query) {
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (!query.substring(end).isBlank()) {
            if (!matcher.find(end) || matcher.start() != end) {
                int position =
                        end + query.substring(end).indexOf(query.substring(end).strip());
                throw new BadQueryException("position " + (position + 1) + ": expected a word, =, !=, ( or ), found "
                        + query.charAt(position));
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        tokens.add(new Token(Kind.END, "the end", query.length() + 1));
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("sign") != null) {
            return new Token(Kind.of(matcher.group("sign")), matcher.group("sign"), matcher.start("sign") + 1);
        }
        if (matcher.group("quoted") != null) {
            return new Token(Kind.TEXT, matcher.group("quoted"), matcher.start("quoted"));
        }
        return new Token(Kind.TEXT, matcher.group("text"), matcher.start("text") + 1);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token next() {
        return tokens.get(next++);
    }

    boolean take(Kind kind) {
        boolean found = peek().kind() == kind;
        next += found ? 1 : 0;
        return found;
    }

    boolean takeWord(String word) {
        boolean found = peek().isWord(word);
        next += found ? 1 : 0;
        return found;
    }

    BadQueryException expected(String what) {
        return new BadQueryException(
                "position " + peek().position() + ": expected " + what + ", found " + peek().text());
    }

    enum Kind {
        TEXT,
        EQUAL,
        DIFFERENT,
        OPEN,
        CLOSE,
        COMMA,
        END;

        static Kind of(String sign) {
            return switch (sign) {
                case "=" -> EQUAL;
                case "!=" -> DIFFERENT;
                case "(" -> OPEN;
                case ")" -> CLOSE;
                default -> COMMA;
            };
        }
    }

    /** One word or sign; positions count from 1. */
    record Token(Kind kind, String text, int position) {

        boolean isWord(String word) {
            return kind == Kind.TEXT && text.equalsIgnoreCase(word);
        }
    }
}
