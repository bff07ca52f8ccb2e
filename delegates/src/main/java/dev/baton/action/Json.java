package dev.baton.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of what a device tells as JSON. A part that is not there, or is another thing than asked for, is empty. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /** Reads a whole text; empty when it is no JSON. */
    public static Optional<Json> read(String text) {
        try {
            return Optional.of(new Json(MAPPER.readValue(text, Object.class)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The field of an object. */
    public Json at(String name) {
        return new Json(value instanceof Map<?, ?> fields ? fields.get(name) : null);
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    /** The fields of an object in their order. */
    public Map<String, Json> fields() {
        Map<String, Json> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> fields.put(String.valueOf(name), new Json(part)));
        }
        return fields;
    }

    /** The elements of a list. */
    public List<Json> items() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    public String text() {
        return value instanceof String text ? text : "";
    }

    public Optional<Number> number() {
        return value instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
