package dev.baton.lab.posix;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of a {@code case}, with {@code *} and {@code ?}. */
final class Glob {

    private final StringBuilder expression = new StringBuilder();

    Glob literal(String text) {
        expression.append(Pattern.quote(text));
        return this;
    }

    Glob pattern(String text) {
        expression.append(text.chars()
                .mapToObj(sign -> switch (sign) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(sign));
                })
                .collect(Collectors.joining()));
        return this;
    }

    boolean matches(String text) {
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
