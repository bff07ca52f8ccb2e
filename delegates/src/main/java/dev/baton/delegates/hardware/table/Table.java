package dev.baton.delegates.hardware.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.baton.delegates.hardware.part.Component;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table of a vendor's MIB, or a group of scalars.
 *
 * @param entry the OID above its columns
 * @param byColumn whether to walk the columns one by one, because the whole has many more
 * @param columns by a short name the number below the entry, or a whole OID of another table with the same index
 * @param extract regular expressions whose named groups become further columns
 * @param only the regular expressions one of which a column's whole value must fit, for the row to count
 * @param unless subtrees of newer tables that tell the same and count instead, where an agent has one
 * @param place how a part is named: the first pattern whose columns all have a value
 * @param rollup whether it sums up other parts and only counts where none of them is faulty
 * @param missing whether a part that is absent and yet said to be faulty is missing
 * @param mustTell whether a row that tells nothing of its state is in an unknown one; else it is no part
 */
public record Table(
        String component,
        String entry,
        @JsonProperty("by-column") boolean byColumn,
        Map<String, String> columns,
        Map<String, List<String>> extract,
        Map<String, List<String>> only,
        List<String> unless,
        List<String> place,
        Map<String, StateColumn> states,
        List<Limit> limits,
        boolean rollup,
        boolean missing,
        @JsonProperty("must-tell") boolean mustTell) {

    public Table(
            String component,
            String entry,
            @JsonProperty("by-column") boolean byColumn,
            Map<String, String> columns,
            @Nullable Map<String, List<String>> extract,
            @Nullable Map<String, List<String>> only,
            @Nullable List<String> unless,
            List<String> place,
            Map<String, StateColumn> states,
            @Nullable List<Limit> limits,
            boolean rollup,
            boolean missing,
            @JsonProperty("must-tell") boolean mustTell) {
        this.component = component;
        this.entry = entry;
        this.byColumn = byColumn;
        this.columns = columns;
        this.extract = Objects.requireNonNullElse(extract, Map.of());
        this.only = Objects.requireNonNullElse(only, Map.of());
        this.unless = Objects.requireNonNullElse(unless, List.of());
        this.place = place;
        this.states = states;
        this.limits = Objects.requireNonNullElse(limits, List.of());
        this.rollup = rollup;
        this.missing = missing;
        this.mustTell = mustTell;
    }

    Component kind() {
        return Component.of(component);
    }

    /** Where a column is, by its short name. */
    public String oid(String column) {
        String where = columns.get(column);
        if (where == null) {
            throw new IllegalArgumentException(entry + " has no column " + column);
        }
        return where.startsWith("1.3.6.1.") ? where : entry + "." + where;
    }

    /** Whether a column is one of the table itself; others only describe its rows. */
    boolean isOwn(String column) {
        return oid(column).startsWith(entry + ".");
    }

    /** The subtrees that show whether there is any row. */
    Stream<String> stateRoots() {
        return byColumn ? states.keySet().stream().map(this::oid) : Stream.of(entry);
    }

    /** The subtrees to walk. */
    public Stream<String> roots() {
        Stream<String> elsewhere = columns.keySet().stream().map(this::oid).filter(oid -> !oid.startsWith(entry + "."));
        Stream<String> own = byColumn ? columns.keySet().stream().map(this::oid) : Stream.of(entry);
        return Stream.of(own, elsewhere, unless.stream())
                .flatMap(Function.identity())
                .distinct();
    }
}
