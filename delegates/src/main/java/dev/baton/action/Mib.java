package dev.baton.action;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names, types and enumerations of SNMP variables. */
public interface Mib {

    Pattern NUMERIC = Pattern.compile("\\.?([0-9]{1,10}(\\.[0-9]{1,10})+)");

    /** The object that an OID is an instance of, or is itself. */
    Optional<MibObject> object(String oid);

    /** The object with this name, {@code name} or {@code MODULE::name}; empty where several modules have it. */
    Optional<MibObject> named(String name);

    /**
     * The numeric OID of {@code 1.3.6.1.2.1.1.5.0}, {@code sysName.0} or {@code IF-MIB::ifOperStatus.2}.
     *
     * @throws ActionProblem {@code BAD_INPUT} for a name that is not known
     */
    default String oid(String text) {
        Matcher number = NUMERIC.matcher(text.strip());
        if (number.matches()) {
            return number.group(1);
        }
        String name = text.strip();
        int dot = name.indexOf('.');
        String index = dot < 0 ? "" : name.substring(dot);
        if (!index.matches("(\\.[0-9]{1,10})*")) {
            throw Problem.BAD_INPUT.because(
                    "the instance of an SNMP variable is numeric, as in ifOperStatus.2, not " + text);
        }
        return named(dot < 0 ? name : name.substring(0, dot))
                        .map(MibObject::oid)
                        .orElseThrow(() -> Problem.BAD_INPUT.because(
                                "no MIB that Baton knows, or more than one, names the SNMP variable " + text
                                        + "; write MODULE::name or its numeric OID, such as 1.3.6.1.2.1.1.5.0"))
                + index;
    }

    /** The name with its instance, e.g. {@code ifOperStatus.2}, or the OID itself where no name is known. */
    default String name(String oid) {
        return object(oid)
                .map(object -> object.index(oid).isEmpty() ? object.name() : object.name() + "." + object.index(oid))
                .orElse(oid);
    }

    /** The value for people: an enumeration's name with its number, e.g. {@code up(1)}, anything else as it is. */
    default String shown(String oid, String value) {
        return object(oid)
                .flatMap(object -> object.meaning(value))
                .map(meaning -> meaning + "(" + value + ")")
                .orElse(value);
    }

    /** Whether a variable that was set to a value holds what it should hold then. */
    default boolean holds(String set, Binding seen) {
        return object(seen.oid())
                .map(object -> object.holds(set, seen))
                .orElseGet(() -> seen.exists() && seen.value().equals(set));
    }
}
