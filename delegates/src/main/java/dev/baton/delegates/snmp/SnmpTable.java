package dev.baton.delegates.snmp;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Mib;
import dev.baton.action.MibObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns walked columns into rows by index, with the columns' names and typed values. */
final class SnmpTable {

    private static final Set<String> NUMBERS =
            Set.of("INTEGER", "Counter", "Counter32", "Gauge", "Gauge32", "Unsigned32", "TimeTicks");
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Mib mib;

    SnmpTable(Mib mib) {
        this.mib = mib;
    }

    /** One map per index, in the order in which the device gave them; {@code index} is the first entry of each. */
    List<Map<String, Object>> rows(List<Answer> walks) {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (Answer walk : walks) {
            for (Binding binding : walk.bindings()) {
                Optional<MibObject> object = mib.object(binding.oid());
                String column = object.map(MibObject::oid).orElse(walk.command().text());
                String index =
                        binding.oid().length() > column.length() ? binding.oid().substring(column.length() + 1) : "";
                rows.computeIfAbsent(index, SnmpTable::row)
                        .put(object.map(MibObject::name).orElse(column), value(binding, object));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static Map<String, Object> row(String index) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("index", index);
        return row;
    }

    /** The name of an enumeration's number, a number, or a text. */
    private static Object value(Binding binding, Optional<MibObject> object) {
        Optional<String> meaning = object.flatMap(known -> known.meaning(binding.value()));
        if (meaning.isPresent()) {
            return meaning.get();
        }
        if (binding.type().equals("Counter64")) {
            BigInteger number = new BigInteger(binding.value());
            return number.compareTo(LARGEST) > 0 ? binding.value() : (Object) number.longValueExact();
        }
        return NUMBERS.contains(binding.type()) ? (Object) Long.valueOf(binding.value()) : binding.value();
    }
}
