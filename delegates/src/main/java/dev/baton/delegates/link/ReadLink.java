package dev.baton.delegates.link;

import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.link.past.PortChanges;
import dev.baton.delegates.link.past.PortHistory;
import dev.baton.delegates.link.past.PortLog;
import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.Neighbours;
import dev.baton.delegates.link.read.PortName;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortTable;
import dev.baton.delegates.ports.read.PortWalk;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers all that one end of a link tells about it. Only reads, so repeating it is safe. */
@Component("readLink")
@Delegate(
        name = "Read one end of a link",
        description =
                "Reads state, reason, optics, errors, duplex, spanning tree, bundle, power over Ethernet and neighbour of one"
                        + " port over SNMP, what the log of the device says of it, and what was changed around the time when it"
                        + " lost its link.",
        inputs = ReadLinkInputs.class,
        outputs = {
            "linkState",
            "admin",
            "oper",
            "errDisable",
            "light",
            "laser",
            "duplex",
            "damaged",
            "stp",
            "dot1x",
            "lacp",
            "lag",
            "lacpPartner",
            "poe",
            "logged",
            "changedBefore",
            "downTogether",
            "minutesUp",
            "planned",
            "neighbourDevice",
            "neighbourPort",
            "evidence"
        })
class ReadLink implements DeviceDelegate<ReadLinkInputs> {

    private final Observations observations;
    private final PortHistory history;

    ReadLink(Observations observations, PortHistory history) {
        this.observations = observations;
        this.history = history;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, ReadLinkInputs inputs) {
        return Stream.of(PortWalk.commands(inputs.limit()), LinkCells.all(inputs.limit()), PortLog.commands(dialect))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Result perform(Session session, ReadLinkInputs inputs) {
        String device = session.device().name();
        Instant now = Instant.now();
        PortTable table = PortTable.read(session, inputs.limit(), now);
        Port port = port(device, table, inputs.port());
        LinkCells cells = LinkCells.read(session, inputs.limit());
        KnownNeighbours known = KnownNeighbours.of(observations, device).with(Neighbours.of(cells));
        LinkEnd end = new LinkEnd(table, port, cells, known.at(port.name()));
        PortLog log = PortLog.read(session, port.name());
        PortChanges changes = history.of(device, port.name(), end.secondsSinceChange(), now);
        Map<String, Object> facts = new HashMap<>(end.facts(inputs.spare()));
        facts.put("logged", log.sign());
        facts.put("changedBefore", changes.word());
        facts.put("evidence", Evidence.of(device, end, log, changes));
        return Result.unchanged(port.shown() + " is " + end.state()).with(facts).observing(known.observation());
    }

    private static Port port(String device, PortTable table, String wanted) {
        return table.ports().stream()
                .filter(port -> PortName.same(port.name(), wanted))
                .findFirst()
                .or(() -> table.ports().stream()
                        .filter(port -> port.alias().equalsIgnoreCase(wanted.strip()))
                        .findFirst())
                .orElseThrow(() ->
                        Problem.CHECK_FAILED.because(device + " has no port " + wanted + ", only " + some(table)));
    }

    private static String some(PortTable table) {
        List<String> names = table.ports().stream().map(Port::name).limit(10).toList();
        return String.join(", ", names) + (table.ports().size() > names.size() ? ", ..." : "");
    }

    /** Of the one device; what could not be read has neutral values, so that a diagram can go on without it. */
    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        Map<String, Object> all = new HashMap<>(LinkEnd.UNREAD);
        results.values().stream().findFirst().ifPresent(result -> all.putAll(result.facts()));
        return all;
    }
}
