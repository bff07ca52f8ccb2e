package dev.baton.testing;

import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A handful of SNMP names for tests of delegates. */
public final class FewNames implements Mib {

    private static final List<MibObject> ALL = List.of(
            new MibObject("sysName", "1.3.6.1.2.1.1.5", "DisplayString", Map.of(), "SNMPv2-MIB"),
            new MibObject(
                    "vlanStatus", "1.3.6.1.2.1.17.7.1.4.3.1.5", "RowStatus", Map.of(4, "createAndGo"), "Q-BRIDGE-MIB"),
            new MibObject("ifName", "1.3.6.1.2.1.31.1.1.1.1", "DisplayString", Map.of(), "IF-MIB"),
            new MibObject("ifHCInOctets", "1.3.6.1.2.1.31.1.1.1.6", "Counter64", Map.of(), "IF-MIB"),
            new MibObject(
                    "ifAdminStatus",
                    "1.3.6.1.2.1.2.2.1.7",
                    "INTEGER",
                    Map.of(1, "up", 2, "down", 3, "testing"),
                    "IF-MIB"));

    @Override
    public Optional<MibObject> object(String oid) {
        return ALL.stream()
                .filter(object -> oid.equals(object.oid()) || oid.startsWith(object.oid() + "."))
                .findFirst();
    }

    @Override
    public Optional<MibObject> named(String name) {
        return ALL.stream().filter(object -> object.name().equals(name)).findFirst();
    }
}
