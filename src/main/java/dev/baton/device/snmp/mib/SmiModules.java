package dev.baton.device.snmp.mib;

import dev.baton.action.MibObject;
import dev.baton.device.snmp.mib.SmiModule.Definition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Modules that refer to each other, brought together. */
final class SmiModules {

    private static final Map<String, String> ROOTS = Map.ofEntries(
            Map.entry("ccitt", "0"),
            Map.entry("iso", "1"),
            Map.entry("org", "1.3"),
            Map.entry("dod", "1.3.6"),
            Map.entry("internet", "1.3.6.1"),
            Map.entry("mgmt", "1.3.6.1.2"),
            Map.entry("mib-2", "1.3.6.1.2.1"),
            Map.entry("transmission", "1.3.6.1.2.1.10"),
            Map.entry("experimental", "1.3.6.1.3"),
            Map.entry("private", "1.3.6.1.4"),
            Map.entry("enterprises", "1.3.6.1.4.1"),
            Map.entry("snmpV2", "1.3.6.1.6"),
            Map.entry("snmpModules", "1.3.6.1.6.3"));

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Map<Integer, String>> conventions = new HashMap<>();
    private final List<SmiModule> modules;
    private final Function<String, Optional<String>> known;

    /** @param known finds the OID of a name that none of the modules defines */
    SmiModules(List<SmiModule> modules, Function<String, Optional<String>> known) {
        this.modules = modules;
        this.known = known;
        modules.forEach(module -> {
            definitions.putAll(module.definitions());
            conventions.putAll(module.conventions());
        });
    }

    /** @throws BadMibException when a name stands below one that nobody defines */
    Stream<MibObject> objects() {
        return modules.stream()
                .flatMap(module -> module.definitions().entrySet().stream()
                        .map(entry -> object(module, entry.getKey(), entry.getValue())));
    }

    private MibObject object(SmiModule module, String name, Definition definition) {
        Map<Integer, String> values = definition.values().isEmpty()
                ? module.conventions()
                        .getOrDefault(definition.syntax(), conventions.getOrDefault(definition.syntax(), Map.of()))
                : definition.values();
        return new MibObject(
                name, oid(module, name, definition, new HashSet<>()), definition.syntax(), values, module.name());
    }

    private String oid(SmiModule module, String name, Definition definition, Set<String> path) {
        if (!path.add(name)) {
            throw new BadMibException(module.name(), name + " stands below itself");
        }
        String parent = definition.parent();
        if (parent.isEmpty()) {
            return definition.arcs().substring(1);
        }
        Definition above = Objects.requireNonNullElse(
                module.definitions().get(parent), definitions.getOrDefault(parent, definition));
        if (above != definition) {
            return oid(module, parent, above, path) + definition.arcs();
        }
        String root = ROOTS.get(parent);
        return (root != null ? root : known.apply(parent).orElseThrow(() -> undefined(module, name, parent)))
                + definition.arcs();
    }

    private static BadMibException undefined(SmiModule module, String name, String parent) {
        return new BadMibException(
                module.name(),
                name + " stands below " + parent + ", which no module of the folder defines: add the one that does");
    }
}
