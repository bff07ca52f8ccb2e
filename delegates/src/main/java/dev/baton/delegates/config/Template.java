package dev.baton.delegates.config;

import dev.baton.action.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values for the names of a text; a value is one word, so it cannot begin another line or command. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_-]{0,63})\\s*}}");
    private static final Pattern VALUE =
            Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,63})\\s*=\\s*([A-Za-z0-9_@%+=:,./()*-]{1,255})");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();

    Template(List<String> pairs) {
        for (String pair : pairs) {
            Matcher value = VALUE.matcher(pair.strip());
            if (!value.matches()) {
                throw Problem.BAD_INPUT.because("the input values takes name=value with a value of one word, not \""
                        + CONTROL.matcher(pair).replaceAll("\u2423") + "\"");
            }
            values.put(value.group(1), value.group(2));
        }
        unused.addAll(values.keySet());
    }

    String fill(String text) {
        return NAME.matcher(text).replaceAll(name -> {
            String value = values.get(name.group(1));
            if (value == null) {
                throw Problem.BAD_INPUT.because(
                        "the lines need a value for {{" + name.group(1) + "}}, given are " + values.keySet());
            }
            unused.remove(name.group(1));
            return Matcher.quoteReplacement(value);
        });
    }

    /** A value that stands nowhere is a mistake in its name. */
    void requireAllUsed() {
        if (!unused.isEmpty()) {
            throw Problem.BAD_INPUT.because("the values " + unused + " stand nowhere in the lines");
        }
    }
}
