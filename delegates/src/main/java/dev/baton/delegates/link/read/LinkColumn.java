package dev.baton.delegates.link.read;

import dev.baton.action.Command;
import java.time.Duration;
import java.util.stream.Stream;

/** The columns beside those of the interfaces, by where they belong. */
public enum LinkColumn {
    NAME("1.3.6.1.2.1.31.1.1.1.1", Part.NEIGHBOURS),
    LLDP_LOCAL_PORT("1.0.8802.1.1.2.1.3.7.1.3", Part.NEIGHBOURS),
    LLDP_LOCAL_DESCRIPTION("1.0.8802.1.1.2.1.3.7.1.4", Part.NEIGHBOURS),
    LLDP_PORT_SUBTYPE("1.0.8802.1.1.2.1.4.1.1.6", Part.NEIGHBOURS),
    LLDP_PORT("1.0.8802.1.1.2.1.4.1.1.7", Part.NEIGHBOURS),
    LLDP_PORT_DESCRIPTION("1.0.8802.1.1.2.1.4.1.1.8", Part.NEIGHBOURS),
    LLDP_SYSTEM("1.0.8802.1.1.2.1.4.1.1.9", Part.NEIGHBOURS),
    CDP_DEVICE("1.3.6.1.4.1.9.9.23.1.2.1.1.6", Part.NEIGHBOURS),
    CDP_PORT("1.3.6.1.4.1.9.9.23.1.2.1.1.7", Part.NEIGHBOURS),
    CDP_DUPLEX("1.3.6.1.4.1.9.9.23.1.2.1.1.12", Part.NEIGHBOURS),
    CONTAINED_IN("1.3.6.1.2.1.47.1.1.1.1.4", Part.OPTICS),
    ENTITY_NAME("1.3.6.1.2.1.47.1.1.1.1.7", Part.OPTICS),
    ENTITY_DESCRIPTION("1.3.6.1.2.1.47.1.1.1.1.2", Part.OPTICS),
    ALIAS_MAPPING("1.3.6.1.2.1.47.1.3.2.1.2", Part.OPTICS),
    CISCO_TYPE("1.3.6.1.4.1.9.9.91.1.1.1.1.1", Part.OPTICS),
    CISCO_SCALE("1.3.6.1.4.1.9.9.91.1.1.1.1.2", Part.OPTICS),
    CISCO_PRECISION("1.3.6.1.4.1.9.9.91.1.1.1.1.3", Part.OPTICS),
    CISCO_VALUE("1.3.6.1.4.1.9.9.91.1.1.1.1.4", Part.OPTICS),
    CISCO_STATUS("1.3.6.1.4.1.9.9.91.1.1.1.1.5", Part.OPTICS),
    CISCO_SEVERITY("1.3.6.1.4.1.9.9.91.1.2.1.1.2", Part.OPTICS),
    CISCO_RELATION("1.3.6.1.4.1.9.9.91.1.2.1.1.3", Part.OPTICS),
    CISCO_THRESHOLD("1.3.6.1.4.1.9.9.91.1.2.1.1.4", Part.OPTICS),
    SENSOR_TYPE("1.3.6.1.2.1.99.1.1.1.1", Part.OPTICS),
    SENSOR_SCALE("1.3.6.1.2.1.99.1.1.1.2", Part.OPTICS),
    SENSOR_PRECISION("1.3.6.1.2.1.99.1.1.1.3", Part.OPTICS),
    SENSOR_VALUE("1.3.6.1.2.1.99.1.1.1.4", Part.OPTICS),
    SENSOR_STATUS("1.3.6.1.2.1.99.1.1.1.5", Part.OPTICS),
    JUNIPER_RECEIVED("1.3.6.1.4.1.2636.3.60.1.1.1.1.5", Part.OPTICS),
    JUNIPER_SENT("1.3.6.1.4.1.2636.3.60.1.1.1.1.7", Part.OPTICS),
    JUNIPER_LOW("1.3.6.1.4.1.2636.3.60.1.1.1.1.10", Part.OPTICS),
    COMWARE_RECEIVED("1.3.6.1.4.1.25506.2.70.1.1.1.12", Part.OPTICS),
    COMWARE_SENT("1.3.6.1.4.1.25506.2.70.1.1.1.9", Part.OPTICS),
    COMWARE_LOW("1.3.6.1.4.1.25506.2.70.1.1.1.35", Part.OPTICS),
    PROCURVE_RECEIVED("1.3.6.1.4.1.11.2.14.11.5.1.82.1.1.1.1.15", Part.OPTICS),
    PROCURVE_SENT("1.3.6.1.4.1.11.2.14.11.5.1.82.1.1.1.1.14", Part.OPTICS),
    PROCURVE_LOW("1.3.6.1.4.1.11.2.14.11.5.1.82.1.1.1.1.35", Part.OPTICS),
    HUAWEI_RECEIVED("1.3.6.1.4.1.2011.5.25.31.1.1.3.1.8", Part.OPTICS),
    HUAWEI_SENT("1.3.6.1.4.1.2011.5.25.31.1.1.3.1.9", Part.OPTICS),
    MIKROTIK_NAME("1.3.6.1.4.1.14988.1.1.19.1.1.2", Part.OPTICS),
    MIKROTIK_RECEIVED("1.3.6.1.4.1.14988.1.1.19.1.1.10", Part.OPTICS),
    MIKROTIK_SENT("1.3.6.1.4.1.14988.1.1.19.1.1.9", Part.OPTICS),
    POE_STATUS("1.3.6.1.2.1.105.1.1.1.6", Part.POWER),
    POE_DENIED("1.3.6.1.2.1.105.1.1.1.12", Part.POWER),
    POE_OVERLOAD("1.3.6.1.2.1.105.1.1.1.13", Part.POWER),
    POE_SHORT("1.3.6.1.2.1.105.1.1.1.14", Part.POWER),
    POE_ENTITY("1.3.6.1.4.1.9.9.402.1.2.1.11", Part.POWER),
    POE_SUPPLY_WATTS("1.3.6.1.2.1.105.1.3.1.1.2", Part.POWER),
    POE_SUPPLY_STATUS("1.3.6.1.2.1.105.1.3.1.1.3", Part.POWER),
    POE_SUPPLY_USED("1.3.6.1.2.1.105.1.3.1.1.4", Part.POWER),
    BRIDGE_PORT("1.3.6.1.2.1.17.1.4.1.2", Part.FORWARDING),
    STP_STATE("1.3.6.1.2.1.17.2.15.1.3", Part.FORWARDING),
    DOT1X_STATUS("1.0.8802.1.1.1.1.2.1.1.5", Part.FORWARDING),
    LAG_PARTNER("1.2.840.10006.300.43.1.2.1.1.9", Part.FORWARDING),
    LAG_SELECTED("1.2.840.10006.300.43.1.2.1.1.12", Part.FORWARDING),
    LAG_ATTACHED("1.2.840.10006.300.43.1.2.1.1.13", Part.FORWARDING),
    LACP_STATE("1.2.840.10006.300.43.1.2.1.1.21", Part.FORWARDING);

    /** What a column is read for. */
    enum Part {
        NEIGHBOURS,
        OPTICS,
        POWER,
        FORWARDING
    }

    private final String oid;
    private final Part part;

    LinkColumn(String oid, Part part) {
        this.oid = oid;
        this.part = part;
    }

    static Stream<LinkColumn> of(Part part) {
        return Stream.of(values()).filter(column -> column.part == part);
    }

    Command walk(Duration limit) {
        return Command.snmpWalk(oid).within(limit);
    }

    /** What stands behind the column in the OID of a cell. */
    String index(String cell) {
        return cell.length() > oid.length() ? cell.substring(oid.length() + 1) : "";
    }
}
