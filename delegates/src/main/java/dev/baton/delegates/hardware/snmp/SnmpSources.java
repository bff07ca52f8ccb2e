package dev.baton.delegates.hardware.snmp;

import dev.baton.action.ActionProblem;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import dev.baton.delegates.hardware.table.Source;
import dev.baton.delegates.hardware.table.SourceCatalogue;
import dev.baton.delegates.hardware.table.Table;
import dev.baton.delegates.hardware.table.TableReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks an agent which of the known subtrees it has, and reads those. */
@Component
public final class SnmpSources {

    private static final Set<Problem> OWN_FAULTS = Set.of(Problem.COMMAND_REJECTED, Problem.ANSWER_INCOMPLETE);

    /** So many fit into a packet with their answers. */
    private static final int PROBES_AT_A_TIME = 10;

    private final SourceCatalogue catalogue;
    private final List<String> roots;

    public SnmpSources(SourceCatalogue catalogue) {
        this.catalogue = catalogue;
        roots = Stream.of(
                        catalogue.all().stream().flatMap(source -> source.probes().stream()),
                        EntitySensors.PROBES.stream(),
                        Extends.PROBES.stream())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** All that an agent may be asked. */
    public List<Command> commands() {
        Stream<String> tables = catalogue.all().stream()
                .flatMap(source -> source.tables().stream())
                .flatMap(Table::roots);
        Stream<Command> walks = Stream.of(tables, EntitySensors.ROOTS.stream(), Extends.ROOTS.stream())
                .flatMap(Function.identity())
                .distinct()
                .map(Walks::walk);
        return Stream.of(Walks.probes(roots, PROBES_AT_A_TIME).stream(), Walks.probes(roots, 1).stream(), walks)
                .flatMap(Function.identity())
                .toList();
    }

    /** What the agent tells, source by source. @throws ActionProblem when it does not answer */
    public List<Reading> read(Session session) {
        Set<String> present = present(session);
        Walks walks = new Walks(session);
        List<Reading> readings = new ArrayList<>();
        catalogue.all().stream()
                .filter(source -> source.probes().stream().anyMatch(present::contains))
                .map(source -> reading(source, walks))
                .forEach(readings::add);
        if (EntitySensors.PROBES.stream().anyMatch(present::contains)) {
            readings.add(guarded(EntitySensors.NAME, EntitySensors.COMPONENTS, () -> EntitySensors.parts(walks)));
        }
        if (Extends.PROBES.stream().anyMatch(present::contains)) {
            readings.add(guarded(Extends.NAME, Extends.COMPONENTS, () -> Extends.parts(walks)));
        }
        return readings;
    }

    private static Reading reading(Source source, Walks walks) {
        return guarded(source.name(), source.components(), () -> new TableReader(walks::of).parts(source));
    }

    /** An agent that refuses one subtree may still tell of the others; one that is silent does not. */
    private static Reading guarded(
            String source, Set<dev.baton.delegates.hardware.part.Component> components, Parts parts) {
        try {
            return Reading.of(source, components, parts.read());
        } catch (ActionProblem problem) {
            requireOwnFault(problem);
            return Reading.unreadable(source, components, problem.reason());
        }
    }

    private Set<String> present(Session session) {
        Set<String> present = new HashSet<>();
        for (Command probe : Walks.probes(roots, PROBES_AT_A_TIME)) {
            try {
                present.addAll(present(session, probe));
            } catch (ActionProblem problem) {
                requireOwnFault(problem);
                // Some agents answer one question and not ten.
                Walks.probes(List.of(probe.text().split(" ")), 1)
                        .forEach(single -> present.addAll(presentOrNot(session, single)));
            }
        }
        return present;
    }

    private static List<String> presentOrNot(Session session, Command probe) {
        try {
            return present(session, probe);
        } catch (ActionProblem problem) {
            requireOwnFault(problem);
            return List.of();
        }
    }

    private static List<String> present(Session session, Command probe) {
        List<Binding> next = session.send(probe).bindings();
        String[] asked = probe.text().split(" ");
        return IntStream.range(0, Math.min(asked.length, next.size()))
                .filter(i -> next.get(i).exists() && next.get(i).oid().startsWith(asked[i] + "."))
                .mapToObj(i -> asked[i])
                .toList();
    }

    private static void requireOwnFault(ActionProblem problem) {
        if (!OWN_FAULTS.contains(problem.problem())) {
            throw problem;
        }
    }

    /** Reads the parts of one source. */
    private interface Parts {

        List<Part> read();
    }
}
