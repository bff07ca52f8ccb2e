package dev.baton.delegates.hardware.table;

import dev.baton.action.Binding;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import dev.baton.delegates.hardware.table.StateColumn.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes parts of the rows of a table. */
public final class TableReader {

    private final Function<String, List<Binding>> walk;

    /** @param walk gives the variables below an OID; it is asked again for the same one */
    public TableReader(Function<String, List<Binding>> walk) {
        this.walk = walk;
    }

    public List<Part> parts(Source source) {
        List<Part> parts = new ArrayList<>();
        source.tables().stream().filter(table -> !table.rollup()).forEach(table -> parts.addAll(parts(source, table)));
        List<Part> faulty =
                parts.stream().filter(part -> part.state().isFault()).toList();
        source.tables().stream()
                .filter(Table::rollup)
                .forEach(table -> parts(source, table).stream()
                        .filter(part ->
                                !part.state().isFault() || faulty.stream().noneMatch(other -> explains(other, part)))
                        .forEach(parts::add));
        return parts;
    }

    /** Whether a faulty part is what a sum is about. */
    private static boolean explains(Part faulty, Part sum) {
        return sum.component() == Component.SYSTEM || sum.component() == faulty.component();
    }

    private List<Part> parts(Source source, Table table) {
        if (table.unless().stream().anyMatch(newer -> !walk.apply(newer).isEmpty())) {
            return List.of();
        }
        Set<String> stateOids = table.states().keySet().stream().map(table::oid).collect(Collectors.toSet());
        boolean any = table.stateRoots()
                .flatMap(root -> walk.apply(root).stream())
                .anyMatch(binding -> stateOids.stream().anyMatch(oid -> below(oid, binding)));
        return any
                ? rows(table).values().stream()
                        .flatMap(row -> part(source, table, row))
                        .toList()
                : List.of();
    }

    private Map<String, Row> rows(Table table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        // Columns of other tables only describe rows that are here.
        Stream.concat(
                        table.columns().keySet().stream().filter(table::isOwn),
                        table.columns().keySet().stream().filter(column -> !table.isOwn(column)))
                .forEach(column -> fill(rows, table, column));
        rows.values().removeIf(row -> !counts(table, row));
        rows.values().forEach(row -> row.extract(table.extract()));
        return rows;
    }

    private void fill(Map<String, Row> rows, Table table, String column) {
        String oid = table.oid(column);
        boolean own = table.isOwn(column);
        for (Binding binding : walk.apply(own && !table.byColumn() ? table.entry() : oid)) {
            if (below(oid, binding)) {
                String index = binding.oid().substring(oid.length() + 1);
                if (own || rows.containsKey(index)) {
                    rows.computeIfAbsent(index, Row::new).put(column, binding.value());
                }
            }
        }
    }

    private static boolean below(String oid, Binding binding) {
        return binding.oid().startsWith(oid + ".");
    }

    private static boolean counts(Table table, Row row) {
        return table.only().entrySet().stream().allMatch(column -> {
            String value = Objects.requireNonNullElse(row.raw(column.getKey()), "");
            return column.getValue().stream().anyMatch(value::matches);
        });
    }

    private static Stream<Part> part(Source source, Table table, Row row) {
        List<Said> said = new ArrayList<>();
        table.states().forEach((column, meanings) -> {
            String value = row.raw(column);
            if (value != null) {
                said.addAll(meanings.of(value));
            }
        });
        boolean told = !said.isEmpty();
        table.limits().forEach(limit -> limit.of(row.raw(limit.column())).ifPresent(said::add));
        State state = told ? state(table, said) : State.UNKNOWN;
        if (state == State.ABSENT || state == State.NONE) {
            return Stream.empty();
        }
        return Stream.of(new Part(
                table.kind(),
                row.place(table.place()),
                state,
                said.stream().anyMatch(what -> what.state() == State.REBUILDING),
                row.text("serial").orElse(""),
                row.text("model").orElse(""),
                told ? said.stream().map(Said::evidence).toList() : List.of("the device tells no state of it"),
                source.name()));
    }

    private static State state(Table table, List<Said> said) {
        List<State> all = said.stream().map(Said::state).toList();
        State own = State.of(
                said.stream().filter(what -> !what.second()).map(Said::state).toList());
        if (own == State.ABSENT && table.missing() && all.contains(State.FAILED)) {
            return State.MISSING;
        }
        boolean decided = own == State.ABSENT || own.isFault() && own != State.UNKNOWN;
        State told = decided ? own : State.of(all);
        return told == State.NONE && table.mustTell() ? State.UNKNOWN : told;
    }
}
