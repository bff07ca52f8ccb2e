package dev.baton.delegates.link.read;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.link.read.LinkColumn.Part;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a device gave of these columns; what it could not give is missing, as what it does not have. */
public final class LinkCells {

    private static final Set<Problem> MISSING =
            EnumSet.of(Problem.TIMEOUT, Problem.UNREACHABLE, Problem.COMMAND_REJECTED, Problem.ANSWER_INCOMPLETE);

    private final Map<LinkColumn, Map<String, String>> columns = new EnumMap<>(LinkColumn.class);

    private LinkCells() {}

    /** Everything that reading neighbours may send. */
    public static List<Command> neighbours(Duration limit) {
        return LinkColumn.of(Part.NEIGHBOURS).map(column -> column.walk(limit)).toList();
    }

    /** Everything that reading all parts may send. */
    public static List<Command> all(Duration limit) {
        return Stream.of(LinkColumn.values()).map(column -> column.walk(limit)).toList();
    }

    /** The answers to {@link #neighbours}, in their order. */
    public static LinkCells of(List<Answer> answers) {
        LinkCells cells = new LinkCells();
        List<LinkColumn> asked = LinkColumn.of(Part.NEIGHBOURS).toList();
        for (int i = 0; i < answers.size(); i++) {
            cells.put(asked.get(i), answers.get(i));
        }
        return cells;
    }

    /** Asks for all columns; evidence that is not to be had is left out. */
    public static LinkCells read(Session session, Duration limit) {
        LinkCells cells = new LinkCells();
        for (LinkColumn column : LinkColumn.values()) {
            try {
                cells.put(column, session.send(column.walk(limit)));
            } catch (ActionProblem problem) {
                if (!MISSING.contains(problem.problem())) {
                    throw problem;
                }
            }
        }
        return cells;
    }

    private void put(LinkColumn column, Answer answer) {
        Map<String, String> cells = new LinkedHashMap<>();
        answer.bindings().stream()
                .filter(Binding::exists)
                .forEach(
                        cell -> cells.put(column.index(cell.oid()), cell.value().strip()));
        columns.put(column, cells);
    }

    /** By what stands behind the column in the OID. */
    public Map<String, String> column(LinkColumn column) {
        return columns.getOrDefault(column, Map.of());
    }

    /** The text of one cell; empty where there is none. */
    public String cell(LinkColumn column, String index) {
        return column(column).getOrDefault(index, "");
    }

    /** The index of the only cell with this text; empty when there is none or more than one. */
    public Optional<String> indexOf(LinkColumn column, String text) {
        List<String> found = column(column).entrySet().stream()
                .filter(cell -> cell.getValue().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A whole number, or the other one where there is none. */
    public long number(LinkColumn column, String index, long otherwise) {
        String text = cell(column, index);
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
