package dev.baton.delegates.ports.read;

import dev.baton.action.Command;
import java.time.Duration;

/** The columns that are read of IF-MIB, EtherLike-MIB and CISCO-ERR-DISABLE-MIB. */
public enum PortColumn {
    ADMIN("1.3.6.1.2.1.2.2.1.7"),
    OPER("1.3.6.1.2.1.2.2.1.8"),
    NAME("1.3.6.1.2.1.31.1.1.1.1"),
    DESCRIPTION("1.3.6.1.2.1.2.2.1.2"),
    TYPE("1.3.6.1.2.1.2.2.1.3"),
    ALIAS("1.3.6.1.2.1.31.1.1.1.18"),
    CONNECTOR("1.3.6.1.2.1.31.1.1.1.17"),
    LAST_CHANGE("1.3.6.1.2.1.2.2.1.9"),
    HIGH_SPEED("1.3.6.1.2.1.31.1.1.1.15"),
    SPEED("1.3.6.1.2.1.2.2.1.5"),
    DUPLEX("1.3.6.1.2.1.10.7.2.1.19"),
    ERR_DISABLED("1.3.6.1.4.1.9.9.548.1.3.1.1.2"),
    DISCONTINUITY("1.3.6.1.2.1.31.1.1.1.19"),
    IN_ERRORS("1.3.6.1.2.1.2.2.1.14"),
    OUT_ERRORS("1.3.6.1.2.1.2.2.1.20"),
    IN_DISCARDS("1.3.6.1.2.1.2.2.1.13"),
    OUT_DISCARDS("1.3.6.1.2.1.2.2.1.19"),
    ALIGNMENT_ERRORS("1.3.6.1.2.1.10.7.2.1.2"),
    FCS_ERRORS("1.3.6.1.2.1.10.7.2.1.3"),
    HC_IN_UNICAST("1.3.6.1.2.1.31.1.1.1.7"),
    HC_IN_MULTICAST("1.3.6.1.2.1.31.1.1.1.8"),
    HC_IN_BROADCAST("1.3.6.1.2.1.31.1.1.1.9"),
    HC_OUT_UNICAST("1.3.6.1.2.1.31.1.1.1.11"),
    HC_OUT_MULTICAST("1.3.6.1.2.1.31.1.1.1.12"),
    HC_OUT_BROADCAST("1.3.6.1.2.1.31.1.1.1.13"),
    IN_UNICAST("1.3.6.1.2.1.2.2.1.11"),
    IN_OTHER("1.3.6.1.2.1.2.2.1.12"),
    OUT_UNICAST("1.3.6.1.2.1.2.2.1.17"),
    OUT_OTHER("1.3.6.1.2.1.2.2.1.18");

    private final String oid;

    PortColumn(String oid) {
        this.oid = oid;
    }

    Command walk(Duration limit) {
        return Command.snmpWalk(oid).within(limit);
    }

    /** The ifIndex in the OID of a cell; the table of disabled ports has a VLAN behind it. */
    String index(String cell) {
        String index = cell.length() > oid.length() ? cell.substring(oid.length() + 1) : "";
        int dot = index.indexOf('.');
        return dot < 0 ? index : index.substring(0, dot);
    }
}
