package dev.baton.inventory;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What devices, sites, roles, tags and groups may be called: everything that a query can say without quotes. */
final class Names {

    static final String RULE = "letters, digits, dots, underscores and hyphens, at most 128";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }
}
