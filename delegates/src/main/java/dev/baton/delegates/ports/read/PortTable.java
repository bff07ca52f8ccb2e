package dev.baton.delegates.ports.read;

import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All interfaces of a device at one moment.
 *
 * @param upTime sysUpTime in hundredths of a second; by Baton's own clock where the device has none
 * @param failed columns that the device has but did not give in full: nothing may be concluded from their lack
 */
public record PortTable(Instant readAt, long upTime, List<Port> ports, Set<PortColumn> failed) {

    private static final long UP_TIME_WRAP = 1L << 32;

    public PortTable {
        ports = List.copyOf(ports);
        failed = Set.copyOf(failed);
    }

    /**
     * Reads them, each column once and only the needed ones. States, names and descriptions must be whole.
     *
     * @throws dev.baton.action.ActionProblem when the device does not answer, {@code CHECK_FAILED} when it lists no interface
     */
    public static PortTable read(Session session, Duration limit, Instant now) {
        PortWalk walk = new PortWalk(session, limit);
        Long upTime = walk.upTime();
        Set<String> indexes = new LinkedHashSet<>(walk.column(PortColumn.ADMIN).keySet());
        indexes.addAll(walk.column(PortColumn.OPER).keySet());
        walk.column(PortColumn.NAME);
        walk.column(PortColumn.ALIAS);
        String device = session.device().name();
        if (!walk.failed().isEmpty()) {
            throw Problem.ANSWER_INCOMPLETE.because(device + " did not give these columns in full: " + walk.failed());
        }
        if (indexes.isEmpty()) {
            throw Problem.CHECK_FAILED.because(device + " lists no interface in ifTable");
        }
        PortRows rows = new PortRows(walk, indexes);
        Map<String, Port> ports = new LinkedHashMap<>();
        indexes.stream().map(rows::port).forEach(port -> ports.put(port.name(), port));
        ports.replaceAll((name, port) -> layered(port, ports));
        long ticks = upTime == null ? Math.floorMod(now.toEpochMilli() / 10, UP_TIME_WRAP) : upTime;
        return new PortTable(now, ticks, List.copyOf(ports.values()), walk.failed());
    }

    /** A part of a port, such as {@code ge-0/0/1.0}, has no fault of its own while the port has no link. */
    private static Port layered(Port port, Map<String, Port> ports) {
        int dot = port.name().lastIndexOf('.');
        Port below = dot < 0 ? null : ports.get(port.name().substring(0, dot));
        return port.oper().equals("down") && below != null && !below.up() ? port.belowDown() : port;
    }

    /** How long ago the port changed its state, by the device's clock; negative when it is not known. */
    public long secondsSinceChange(Port port) {
        return port.lastChange() < 0 || port.lastChange() > upTime ? -1 : (upTime - port.lastChange()) / 100;
    }
}
