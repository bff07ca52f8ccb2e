package dev.baton.delegates.hardware.snmp;

import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks subtrees of one agent, each of them once. */
final class Walks {

    /** Management processors answer slowly. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session session;
    private final Map<String, List<Binding>> walked = new HashMap<>();

    Walks(Session session) {
        this.session = session;
    }

    static Command walk(String root) {
        return Command.snmpWalk(root).within(PATIENCE);
    }

    /** The questions that show which of the subtrees an agent has. */
    static List<Command> probes(List<String> roots, int atATime) {
        List<Command> probes = new ArrayList<>();
        for (int from = 0; from < roots.size(); from += atATime) {
            List<String> some = roots.subList(from, Math.min(from + atATime, roots.size()));
            probes.add(Command.snmpGetNext(some.toArray(String[]::new)).within(PATIENCE));
        }
        return probes;
    }

    List<Binding> of(String root) {
        return walked.computeIfAbsent(root, oid -> session.send(walk(oid)).bindings());
    }

    /** The values of a column by the row's index. */
    Map<String, String> column(String oid) {
        Map<String, String> column = new HashMap<>();
        of(oid).stream()
                .filter(binding -> binding.oid().startsWith(oid + "."))
                .forEach(binding -> column.put(binding.oid().substring(oid.length() + 1), binding.value()));
        return column;
    }
}
