package dev.baton.action;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One variable of an SNMP answer.
 *
 * @param oid numeric, without leading dot
 * @param type the SMI name, e.g. {@code INTEGER}, {@code OCTET STRING}, {@code Counter64}, {@code noSuchInstance}
 */
public record Binding(String oid, String type, String value) {

    public boolean exists() {
        return !type.startsWith("noSuch") && !type.equals("endOfMibView");
    }

    static String text(List<Binding> bindings) {
        return bindings.stream()
                .map(binding -> binding.oid() + " = " + binding.type() + ": " + binding.value() + "\n")
                .collect(Collectors.joining());
    }
}
