package dev.baton.delegates.hardware.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one row by the short names of their columns. */
final class Row {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z]\\w*)>");

    /** Texts that stand for no text. */
    private static final Set<String> NOTHING = Set.of(
            "",
            "n/a",
            "na",
            "none",
            "null",
            "unknown",
            "not available",
            "not applicable",
            "not specified",
            "--",
            "-",
            "unspecified",
            "builtin",
            "built-in",
            "65535",
            "4294967295");

    /** No name is longer, and no expression takes long on so few characters. */
    private static final int LONGEST = 200;

    private final Map<String, String> values = new HashMap<>();

    /** @param index the row's index; its numbers are the columns index1, index2 and so on */
    Row(String index) {
        values.put("index", index);
        String[] numbers = index.split("\\.");
        for (int i = 0; i < numbers.length; i++) {
            values.put("index" + (i + 1), numbers[i]);
        }
    }

    void put(String column, String value) {
        values.put(column, value);
    }

    @Nullable
    String raw(String column) {
        return values.get(column);
    }

    /** The text of a column, where it has one that says something. */
    Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column))
                .map(Octets::text)
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST))
                .filter(text -> !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
    }

    /** Makes the named groups of the first expression that fits a column to columns. */
    void extract(Map<String, List<String>> patterns) {
        patterns.forEach((column, expressions) -> text(column).ifPresent(text -> {
            for (String expression : expressions) {
                Matcher found = Pattern.compile(expression).matcher(text);
                if (found.find()) {
                    GROUP.matcher(expression)
                            .results()
                            .map(group -> group.group(1))
                            .forEach(group -> {
                                if (found.group(group) != null) {
                                    values.put(group, found.group(group));
                                }
                            });
                    return;
                }
            }
        }));
    }

    /** The first pattern whose placeholders all have a text, filled in. */
    String place(List<String> patterns) {
        return patterns.stream()
                .filter(pattern -> PLACEHOLDER
                        .matcher(pattern)
                        .results()
                        .allMatch(placeholder -> text(placeholder.group(1)).isPresent()))
                .findFirst()
                .map(pattern -> PLACEHOLDER
                        .matcher(pattern)
                        .replaceAll(placeholder -> Matcher.quoteReplacement(
                                text(placeholder.group(1)).orElse(""))))
                .orElseGet(() -> "number " + values.get("index"));
    }
}
