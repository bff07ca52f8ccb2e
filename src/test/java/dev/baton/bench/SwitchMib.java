package dev.baton.bench;

import dev.baton.delegates.ports.read.PortColumn;
import dev.baton.delegates.ports.read.PortWalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** The variables of a switch, for one that is asked for its ports; with no port at all it has a text at every OID. */
final class SwitchMib {

    private static final int FIRST_INDEX = 10_101;

    private final NavigableMap<OID, Variable> variables = new TreeMap<>();

    SwitchMib(int ports) {
        if (ports == 0) {
            return;
        }
        variables.put(new OID("1.3.6.1.2.1.1.3.0"), new TimeTicks(864_000_000));
        for (PortColumn column : PortColumn.values()) {
            OID root = new OID(
                    PortWalk.commands(Duration.ZERO).get(1 + column.ordinal()).text());
            for (int port = 0; port < ports && column != PortColumn.ERR_DISABLED; port++) {
                variables.put(new OID(root).append(FIRST_INDEX + port), cell(column, port));
            }
        }
    }

    private static Variable cell(PortColumn column, int port) {
        return switch (column) {
            case ADMIN, CONNECTOR -> new Integer32(1);
            case OPER -> new Integer32(port % 12 == 11 ? 2 : 1);
            case NAME -> new OctetString("Gi1/0/" + (port + 1));
            case DESCRIPTION -> new OctetString("GigabitEthernet1/0/" + (port + 1));
            case TYPE -> new Integer32(6);
            case ALIAS -> new OctetString(port == 0 ? "uplink to core" : port % 2 == 0 ? "desk " + port : "");
            case DUPLEX -> new Integer32(3);
            case HIGH_SPEED -> new Gauge32(1_000);
            case SPEED -> new Gauge32(1_000_000_000);
            case LAST_CHANGE, DISCONTINUITY -> new TimeTicks(4_200);
            default -> new Counter64(column == PortColumn.IN_ERRORS ? 12 : 7_000_000_000L + port);
        };
    }

    /** Makes the response of a request. */
    void answer(PDU pdu) {
        if (pdu.getType() == PDU.GETBULK) {
            List<VariableBinding> rows = after(pdu.get(0).getOid(), pdu.getMaxRepetitions());
            pdu.setType(PDU.RESPONSE);
            pdu.setErrorStatus(0);
            pdu.setErrorIndex(0);
            pdu.setVariableBindings(rows);
            return;
        }
        pdu.setType(PDU.RESPONSE);
        for (VariableBinding binding : pdu.getVariableBindings()) {
            binding.setVariable(
                    variables.isEmpty()
                            ? new OctetString("value")
                            : variables.getOrDefault(binding.getOid(), Null.noSuchInstance));
        }
    }

    private List<VariableBinding> after(OID oid, int most) {
        List<VariableBinding> rows = new ArrayList<>();
        Map.Entry<OID, Variable> next = variables.higherEntry(oid);
        while (next != null && rows.size() < most) {
            rows.add(new VariableBinding(next.getKey(), next.getValue()));
            next = variables.higherEntry(next.getKey());
        }
        if (rows.isEmpty()) {
            rows.add(new VariableBinding(oid, Null.endOfMibView));
        }
        return rows;
    }
}
