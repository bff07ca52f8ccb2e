package dev.baton.action;

import java.util.Map;
import java.util.Optional;

/**
 * What a MIB says about a variable, a column of a table or a subtree.
 *
 * @param oid numeric, without leading dot and without instance
 * @param syntax the SMI type or textual convention, e.g. {@code Counter64}, {@code RowStatus}
 * @param values the names of an enumeration's numbers
 * @param module the MIB module that defines it
 */
public record MibObject(String name, String oid, String syntax, Map<Integer, String> values, String module) {

    public MibObject {
        values = Map.copyOf(values);
    }

    /** What stands behind the object in the OID of an instance: {@code 0} for a scalar, the row's index for a column. */
    public String index(String instance) {
        return instance.length() > oid.length() ? instance.substring(oid.length() + 1) : "";
    }

    /** The name of an enumeration's number. */
    public Optional<String> meaning(String value) {
        return value.matches("-?\\d{1,9}") ? Optional.ofNullable(values.get(Integer.valueOf(value))) : Optional.empty();
    }

    /** The number of an enumeration's name; anything else stays as it is. */
    public String number(String value) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(entry -> String.valueOf(entry.getKey()))
                .findFirst()
                .orElse(value);
    }

    /**
     * Whether a variable that was set to a value holds what it should hold then: for most the value itself, but a RowStatus
     * that created a row is active, one that destroyed it is gone, and a TestAndIncr has counted on.
     */
    public boolean holds(String set, Binding seen) {
        return switch (syntax + " " + number(set)) {
            case "RowStatus 4" -> seen.value().equals("1");
            case "RowStatus 5" -> seen.value().equals("2") || seen.value().equals("3");
            case "RowStatus 6" -> !seen.exists();
            default -> seen.exists() && seen.value().equals(syntax.equals("TestAndIncr") ? next(set) : number(set));
        };
    }

    /** Whether setting it can make or remove the variable. */
    public boolean createsRows() {
        return syntax.equals("RowStatus");
    }

    private static String next(String number) {
        return number.equals(String.valueOf(Integer.MAX_VALUE)) ? "0" : String.valueOf(Long.parseLong(number) + 1);
    }
}
