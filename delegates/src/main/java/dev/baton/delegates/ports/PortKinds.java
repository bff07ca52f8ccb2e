package dev.baton.delegates.ports;

import dev.baton.delegates.ports.read.PortColumn;
import dev.baton.delegates.ports.read.PortTable;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds of findings about ports, and the columns without which a kind cannot be looked for. */
enum PortKinds {
    DOWN("port-down"),
    UNKNOWN("port-unknown"),
    SHUT("port-shut-unexpected"),
    ERR_DISABLED("port-err-disabled", PortColumn.ERR_DISABLED),
    FLAPPING("port-flapping", PortColumn.LAST_CHANGE),
    HALF_DUPLEX("port-half-duplex", PortColumn.DUPLEX, PortColumn.CONNECTOR, PortColumn.TYPE),
    SLOW("port-slow", PortColumn.HIGH_SPEED, PortColumn.SPEED, PortColumn.CONNECTOR, PortColumn.TYPE),
    ERRORS(
            "port-errors",
            PortColumn.IN_ERRORS,
            PortColumn.OUT_ERRORS,
            PortColumn.FCS_ERRORS,
            PortColumn.ALIGNMENT_ERRORS,
            PortColumn.CONNECTOR,
            PortColumn.TYPE),
    DISCARDS("port-discards", PortColumn.IN_DISCARDS, PortColumn.OUT_DISCARDS, PortColumn.CONNECTOR, PortColumn.TYPE);

    /** Resolved by every look that succeeds. */
    private static final String UNREAD = "ports-unread";

    private static final Set<PortColumn> PACKETS = EnumSet.range(PortColumn.HC_IN_UNICAST, PortColumn.OUT_OTHER);

    private final String kind;
    private final List<PortColumn> needed;

    PortKinds(String kind, PortColumn... needed) {
        this.kind = kind;
        this.needed = List.of(needed);
    }

    /** The kinds that this look can be trusted about in full. */
    static Set<String> lookedFor(PortTable table) {
        Set<String> kinds = new HashSet<>(Set.of(UNREAD));
        boolean packets = table.failed().stream().noneMatch(PACKETS::contains);
        for (PortKinds one : values()) {
            boolean counted = one == ERRORS || one == DISCARDS;
            if (table.failed().stream().noneMatch(one.needed::contains) && (packets || !counted)) {
                kinds.add(one.kind);
            }
        }
        return kinds;
    }
}
