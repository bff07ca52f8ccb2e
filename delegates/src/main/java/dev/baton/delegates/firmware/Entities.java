package dev.baton.delegates.firmware;

import dev.baton.action.Binding;
import dev.baton.delegates.firmware.vendor.EntityField;
import dev.baton.delegates.firmware.vendor.SnmpText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of ENTITY-MIB's entPhysicalTable: chassis, stack members, modules, power supplies. */
final class Entities {

    private static final String CHASSIS = "3";
    private static final String STACK = "11";
    private static final String MODULE = "9";
    private static final String YES = "1";
    private static final Map<String, String> KINDS =
            Map.of(CHASSIS, "chassis", STACK, "stack", MODULE, "module", "6", "power supply", "7", "fan", "10", "port");
    private static final int MOST_PARTS = 1_000;

    private final Map<String, Map<EntityField, String>> rows = new LinkedHashMap<>();

    void add(EntityField field, List<Binding> column) {
        for (Binding binding : column) {
            String index = binding.oid()
                    .substring(Math.min(binding.oid().length(), field.column().length() + 1));
            String value = field == EntityField.CLASS || field == EntityField.REPLACEABLE
                    ? binding.value().replaceFirst("^\\w*\\((\\d+)\\)$", "$1")
                    : SnmpText.line(binding);
            rows.computeIfAbsent(index, row -> new EnumMap<>(EntityField.class)).put(field, value);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** What the device as a whole has in a field: its chassis, else its stack; where there is neither, its first row. */
    Optional<Found> whole(EntityField field) {
        boolean ofSoftware = field == EntityField.SOFTWARE || field == EntityField.FIRMWARE;
        boolean known = of(CHASSIS).findAny().isPresent() || of(STACK).findAny().isPresent();
        Stream<String> indexes = Stream.of(
                        of(CHASSIS),
                        of(STACK),
                        ofSoftware ? agreed(field) : Stream.<String>empty(),
                        known ? Stream.<String>empty() : rows.keySet().stream().limit(1))
                .flatMap(some -> some);
        return indexes.filter(index -> !value(index, field).isEmpty())
                .findFirst()
                .map(index -> new Found(value(index, field), field.label() + "." + index));
    }

    /** Modules stand for the whole only where none has another version than the others. */
    private Stream<String> agreed(EntityField field) {
        List<String> modules =
                of(MODULE).filter(index -> !value(index, field).isEmpty()).toList();
        long versions =
                modules.stream().map(index -> value(index, field)).distinct().count();
        return versions == 1 ? modules.stream() : Stream.empty();
    }

    private Stream<String> of(String type) {
        return rows.keySet().stream().filter(index -> type.equals(value(index, EntityField.CLASS)));
    }

    private String value(String index, EntityField field) {
        return rows.getOrDefault(index, Map.of()).getOrDefault(field, "");
    }

    /** What can be replaced or has firmware of its own, as far as the device says which it is. */
    List<Map<String, Object>> parts() {
        List<Map<String, Object>> parts = new ArrayList<>();
        rows.forEach((index, row) -> {
            if (counts(row) && parts.size() < MOST_PARTS) {
                parts.add(part(index, row));
            }
        });
        return parts;
    }

    private static boolean counts(Map<EntityField, String> row) {
        String type = row.getOrDefault(EntityField.CLASS, "");
        boolean identified = Stream.of(
                        EntityField.SERIAL, EntityField.MODEL, EntityField.SOFTWARE, EntityField.FIRMWARE)
                .anyMatch(field -> !row.getOrDefault(field, "").isEmpty());
        boolean replaceable = YES.equals(row.get(EntityField.REPLACEABLE));
        return identified
                && KINDS.containsKey(type)
                && (replaceable || Set.of(CHASSIS, STACK, MODULE).contains(type));
    }

    private static Map<String, Object> part(String index, Map<EntityField, String> row) {
        Map<String, Object> part = new LinkedHashMap<>();
        String kind = KINDS.getOrDefault(row.getOrDefault(EntityField.CLASS, ""), "part");
        String name = Stream.of(EntityField.NAME, EntityField.DESCRIPTION)
                .map(field -> row.getOrDefault(field, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(kind + " " + index);
        part.put("name", name);
        part.put("kind", kind);
        put(part, "model", row, EntityField.MODEL);
        put(part, "serial", row, EntityField.SERIAL);
        put(part, "version", row, EntityField.SOFTWARE);
        put(part, "firmware", row, EntityField.FIRMWARE);
        put(part, "hardware", row, EntityField.HARDWARE);
        part.put("source", "entPhysicalTable." + index);
        return part;
    }

    private static void put(Map<String, Object> part, String name, Map<EntityField, String> row, EntityField field) {
        String value = row.getOrDefault(field, "");
        if (!value.isEmpty()) {
            part.put(name, value);
        }
    }

    /** A value and where it was found. */
    record Found(String value, String source) {}
}
