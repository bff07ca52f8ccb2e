package dev.baton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** What an agent of a benchmark has: a text at every OID, or these variables, e.g. of a file in the lab's format. */
final class SnmpTree {

    private static final int ONE_PACKET = 1_500;
    private static final int MANY_ROWS = 16_384;

    private final @Nullable NavigableMap<OID, Variable> variables;

    private SnmpTree(@Nullable NavigableMap<OID, Variable> variables) {
        this.variables = variables;
    }

    static SnmpTree anything() {
        return new SnmpTree(null);
    }

    static SnmpTree of(Path file) throws IOException {
        NavigableMap<OID, Variable> variables = new TreeMap<>();
        Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 3))
                .forEach(fields -> variables.put(new OID(fields[0]), variable(fields)));
        return new SnmpTree(variables);
    }

    static SnmpTree of(NavigableMap<OID, Variable> variables) {
        return new SnmpTree(variables);
    }

    private static Variable variable(String[] fields) {
        String text = fields.length < 3 ? "" : fields[2];
        return switch (fields[1].charAt(0)) {
            case 'i' -> new Integer32(Integer.parseInt(text));
            case 'o' -> new OID(text);
            default -> new OctetString(text);
        };
    }

    /** How many bytes a response may have. */
    int largestMessage() {
        return variables == null ? ONE_PACKET : MANY_ROWS;
    }

    /** Makes the response of a request. */
    void answer(PDU pdu) {
        if (variables != null) {
            pdu.setVariableBindings(found(pdu, variables));
        } else {
            pdu.getVariableBindings().forEach(binding -> binding.setVariable(new OctetString("value")));
        }
        pdu.setType(PDU.RESPONSE);
        pdu.setErrorStatus(PDU.noError);
        pdu.setErrorIndex(0);
    }

    private static List<VariableBinding> found(PDU pdu, NavigableMap<OID, Variable> variables) {
        List<VariableBinding> found = new ArrayList<>();
        for (VariableBinding asked : pdu.getVariableBindings()) {
            if (pdu.getType() == PDU.GET) {
                Variable value = variables.getOrDefault(asked.getOid(), Null.noSuchInstance);
                found.add(new VariableBinding(asked.getOid(), value));
            } else {
                int rows = pdu.getType() == PDU.GETBULK ? pdu.getMaxRepetitions() : 1;
                found.addAll(following(asked.getOid(), rows, variables));
            }
        }
        return found;
    }

    private static List<VariableBinding> following(OID asked, int rows, NavigableMap<OID, Variable> variables) {
        List<VariableBinding> following = new ArrayList<>();
        for (Map.Entry<OID, Variable> entry : variables.tailMap(asked, false).entrySet()) {
            if (following.size() == rows) {
                return following;
            }
            following.add(new VariableBinding(entry.getKey(), entry.getValue()));
        }
        following.add(new VariableBinding(asked, Null.endOfMibView));
        return following;
    }
}
