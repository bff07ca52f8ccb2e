package dev.baton.delegates.ports.read;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks the columns that a device needs to be asked for, and remembers those that it did not give in full. */
public final class PortWalk {

    private static final Command UP_TIME = Command.snmpGet("1.3.6.1.2.1.1.3.0");
    private static final Set<Problem> SILENCE = EnumSet.of(Problem.TIMEOUT, Problem.UNREACHABLE);
    private static final Set<Problem> PARTIAL =
            EnumSet.of(Problem.TIMEOUT, Problem.UNREACHABLE, Problem.COMMAND_REJECTED, Problem.ANSWER_INCOMPLETE);

    private final Session session;
    private final Duration limit;
    private final Map<PortColumn, Map<String, Binding>> columns = new EnumMap<>(PortColumn.class);
    private final Set<PortColumn> failed = EnumSet.noneOf(PortColumn.class);
    private boolean silent;

    PortWalk(Session session, Duration limit) {
        this.session = session;
        this.limit = limit;
    }

    /** Everything that reading ports may send. */
    public static List<Command> commands(Duration limit) {
        return Stream.concat(Stream.of(UP_TIME), Stream.of(PortColumn.values()).map(column -> column.walk(limit)))
                .toList();
    }

    /** {@code sysUpTime} in hundredths of a second, the first question to the device; null where it has none. */
    @Nullable
    Long upTime() {
        return session.send(UP_TIME).bindings().stream()
                .filter(Binding::exists)
                .map(binding -> Values.number(binding.value()))
                .filter(ticks -> ticks >= 0)
                .findFirst()
                .orElse(null);
    }

    /** The cells of a column by ifIndex; what the device could not give is noted, and it is asked on. */
    Map<String, Binding> column(PortColumn column) {
        Map<String, Binding> known = columns.get(column);
        if (known == null) {
            known = walked(column);
            columns.put(column, known);
        }
        return known;
    }

    private Map<String, Binding> walked(PortColumn column) {
        if (silent) {
            failed.add(column);
            return Map.of();
        }
        try {
            Map<String, Binding> cells = new LinkedHashMap<>();
            session.send(column.walk(limit)).bindings().stream()
                    .filter(Binding::exists)
                    .forEach(cell -> cells.putIfAbsent(column.index(cell.oid()), cell));
            return cells;
        } catch (ActionProblem problem) {
            if (!PARTIAL.contains(problem.problem())) {
                throw problem;
            }
            silent = SILENCE.contains(problem.problem());
            failed.add(column);
            return Map.of();
        }
    }

    Set<PortColumn> failed() {
        return failed;
    }
}
