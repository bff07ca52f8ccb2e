package dev.baton.delegates.firmware.vendor;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a value may be found: exactly one of the first four is given.
 *
 * @param oid a variable
 * @param column a column of a table, whose first row with a value counts
 * @param description a pattern on sysDescr
 * @param entity a field of the chassis in ENTITY-MIB
 * @param name what people know the variable or column by
 * @param find the part of the value that counts; null for all of it
 */
public record Source(
        @Nullable String oid,
        @Nullable String column,
        @Nullable Pattern description,
        @Nullable EntityField entity,
        @Nullable String name,
        @Nullable Pattern find) {

    /** What people read as the source of the value. */
    public String label() {
        if (description != null) {
            return Objects.requireNonNullElse(name, "sysDescr");
        }
        return entity == null ? Objects.requireNonNullElse(name, "SNMP") : entity.label();
    }

    /** The part of a text that counts; empty when it has none. */
    public String part(String text) {
        return find == null ? text : found(find, text);
    }

    /** The groups of a pattern where it is found, joined by a space, without those that took no part; else empty. */
    public static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? joined(matcher) : "";
    }

    private static String joined(Matcher matcher) {
        List<String> groups = IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        return groups.stream().collect(Collectors.joining(" "));
    }
}
