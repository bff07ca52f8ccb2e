package dev.baton.web.api;

import dev.baton.history.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, and says which one is wrong and how. */
final class Parameters {

    static final String FIRST = "1";
    static final String SOME = "50";

    private Parameters() {}

    static Slice slice(int page, int size) {
        if (page < 1 || page > 1_000_000) {
            throw new BadInputException("page", "must be between 1 and 1000000");
        }
        if (size < 1 || size > Slice.MOST) {
            throw new BadInputException("size", "must be between 1 and " + Slice.MOST);
        }
        return new Slice(page, size);
    }

    static @Nullable Instant time(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadInputException(name, "must be a time such as 2026-11-24T06:00:00Z");
        }
    }

    static <E extends Enum<E>> @Nullable E word(String name, Class<E> type, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    /** A text that must be there. */
    static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadInputException(name, "is missing");
        }
        return optional(name, value);
    }

    /** A text that may be missing; then it is empty. */
    static String optional(String name, @Nullable String value) {
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
