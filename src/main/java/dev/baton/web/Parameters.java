package dev.baton.web;

import dev.baton.history.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads parameters and texts of requests, and says which one is wrong and how. */
public final class Parameters {

    public static final String FIRST = "1";
    public static final String SOME = "50";

    private Parameters() {}

    public static Slice slice(int page, int size) {
        if (page < 1 || page > 1_000_000) {
            throw new BadInputException("page", "must be between 1 and 1000000");
        }
        if (size < 1 || size > Slice.MOST) {
            throw new BadInputException("size", "must be between 1 and " + Slice.MOST);
        }
        return new Slice(page, size);
    }

    public static @Nullable Instant time(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInputException(name, "must be a time such as 2026-11-24T06:00:00Z");
        }
    }

    public static <E extends Enum<E>> @Nullable E word(String name, Class<E> type, @Nullable String value) {
        String word = oneOf(
                name, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList(), value);
        return word.isEmpty() ? null : Enum.valueOf(type, word);
    }

    /** One of these words, in capital letters; empty when none is asked for. */
    public static String oneOf(String name, List<String> words, @Nullable String value) {
        String word = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !words.contains(word)) {
            throw new BadInputException(name, "must be one of " + String.join(", ", words));
        }
        return word;
    }

    /** What a list is filtered by: one line, or empty when nothing is asked for. */
    public static String filter(String name, @Nullable String value) {
        String text = optional(name, value).strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new BadInputException(name, "must not contain control characters");
        }
        return text;
    }

    /** A text that must be there. */
    public static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadInputException(name, "is missing");
        }
        return optional(name, value);
    }

    /** A text that may be missing; then it is empty. */
    public static String optional(String name, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (value.length() > 2000) {
            throw new BadInputException(name, "takes at most 2000 characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new BadInputException(name, "must not contain the character NUL");
        }
        return value;
    }
}
