package dev.baton.delegates.hardware.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.delegates.hardware.part.State;
import dev.baton.delegates.hardware.table.StateColumn.Said;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measured value that says something beyond a limit.
 *
 * @param column the column with the value
 * @param name the column's name in its MIB
 * @param none values that stand for no value
 * @param atMost the highest value that says it
 */
public record Limit(
        String column,
        String name,
        List<Long> none,
        @JsonProperty("at-most") long atMost,
        State says) {

    public Limit(
            String column, String name, @Nullable List<Long> none, @JsonProperty("at-most") long atMost, State says) {
        this.column = column;
        this.name = name;
        this.none = Objects.requireNonNullElse(none, List.of());
        this.atMost = atMost;
        this.says = says;
    }

    Optional<Said> of(@Nullable String value) {
        if (value == null || !value.matches("-?\\d{1,10}") || none.contains(Long.parseLong(value))) {
            return Optional.empty();
        }
        return Long.parseLong(value) <= atMost
                ? Optional.of(new Said(says, name + " is " + value + ", at most " + atMost, false))
                : Optional.empty();
    }
}
