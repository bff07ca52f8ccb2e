package dev.baton.procedure.check.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small part of the expression language that diagrams may use: variables, properties, operators. */
final class Expressions {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+(?:\\.[0-9]+)?)"
                    + "|(?<text>'[^'\\\\]*'|\"[^\"\\\\]*\")|(?<sign>&&|\\|\\||[=!<>]=|[-+*/%<>!?:.,()\\[\\]]))\\s*");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "empty");
    private static final Set<String> CLOSED = Set.of(
            "execution", "task", "externalTask", "caseExecution", "class", "classLoader", "getClass", "declaringClass");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private Expressions() {}

    /** What is between <code>${</code> and <code>}</code>, one item per expression; unclosed ones run to the end. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        Matcher start = Pattern.compile("[$#]\\{").matcher(text);
        int at = 0;
        while (start.find(at)) {
            int end = end(text, start.end());
            found.add(text.substring(start.end(), end).strip());
            at = Math.min(end, text.length());
        }
        return found;
    }

    /** Why an expression is not a simple one; empty when it is. */
    static Optional<String> fault(String expression) {
        if (expression.equals(BUSINESS_KEY)) {
            return Optional.empty();
        }
        Matcher matcher = TOKEN.matcher(expression);
        String before = "";
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.of("it cannot be read from \"" + expression.substring(at) + "\" on");
            }
            String token = matcher.group().strip();
            if (token.equals("(") && isValue(before)) {
                return Optional.of("it calls " + before + "(..)");
            }
            if (CLOSED.contains(token.replaceAll("['\"]", ""))) {
                return Optional.of("it reads " + token);
            }
            before = token;
            at = matcher.end();
        }
        return expression.isBlank() ? Optional.of("it is empty") : Optional.empty();
    }

    private static boolean isValue(String token) {
        boolean word = token.matches("[A-Za-z_][A-Za-z0-9_]*") && !OPERATORS.contains(token);
        return word || token.equals(")") || token.equals("]") || token.startsWith("'") || token.startsWith("\"");
    }

    /** Braces inside quotes do not close an expression. */
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return text.length();
    }
}
