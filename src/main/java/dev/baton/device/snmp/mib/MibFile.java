package dev.baton.device.snmp.mib;

import dev.baton.action.MibObject;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file {@code mibs/<module>.yaml} as it is written.
 *
 * @param module the MIB module's name
 * @param source the document that publishes it
 */
record MibFile(
        @Nullable String module,
        @Nullable String source,
        @Nullable Map<String, Entry> objects) {

    private static final Pattern OID = Pattern.compile("\\d{1,10}(\\.\\d{1,10})+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** One object. */
    record Entry(
            String oid, @Nullable String type, @Nullable Map<Integer, String> values) {}

    /** @throws IllegalArgumentException when something is missing or malformed */
    Stream<MibObject> read() {
        if (module == null || source == null || objects == null) {
            throw new IllegalArgumentException("module, source and objects are needed");
        }
        String from = module;
        return objects.entrySet().stream().map(object -> read(from, object.getKey(), object.getValue()));
    }

    private static MibObject read(String module, String name, Entry entry) {
        String oid = entry.oid();
        if (oid == null || !NAME.matcher(name).matches() || !OID.matcher(oid).matches()) {
            throw new IllegalArgumentException(
                    module + ": " + name + " needs a name of letters and digits and a numeric oid, not " + oid);
        }
        return new MibObject(
                name,
                oid,
                entry.type() == null ? "INTEGER" : entry.type(),
                entry.values() == null ? Map.of() : entry.values(),
                module);
    }
}
