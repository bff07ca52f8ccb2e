package dev.baton.delegates.hardware.snmp;

import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fans and temperatures by ENTITY-SENSOR-MIB, and by its older sister of Cisco, which has thresholds; optics are ports' affair. */
final class EntitySensors {

    static final String NAME = "ENTITY-SENSOR";
    static final Set<Component> COMPONENTS = Set.of(Component.FAN, Component.TEMPERATURE);

    private static final String STANDARD = "1.3.6.1.2.1.99.1.1.1";
    private static final String CISCO = "1.3.6.1.4.1.9.9.91.1.1.1.1";
    private static final String THRESHOLDS = "1.3.6.1.4.1.9.9.91.1.2.1.1";
    private static final String DESCRIPTION = "1.3.6.1.2.1.47.1.1.1.1.2";
    private static final String CONTAINED_IN = "1.3.6.1.2.1.47.1.1.1.1.4";
    private static final String CLASS = "1.3.6.1.2.1.47.1.1.1.1.5";
    private static final String ENTITY_NAME = "1.3.6.1.2.1.47.1.1.1.1.7";

    static final List<String> PROBES = List.of(STANDARD, CISCO);
    static final List<String> ROOTS = Stream.of(
                    Stream.of(1, 2, 3, 4, 5)
                            .flatMap(column -> Stream.of(STANDARD + "." + column, CISCO + "." + column)),
                    Stream.of(2, 3, 4).map(column -> THRESHOLDS + "." + column),
                    Stream.of(DESCRIPTION, CONTAINED_IN, CLASS, ENTITY_NAME))
            .flatMap(all -> all)
            .toList();

    private static final String CELSIUS = "8";
    private static final String RPM = "10";
    private static final String OK = "1";
    private static final String UNAVAILABLE = "2";
    private static final String BROKEN = "3";
    private static final String PORT = "10";
    private static final Pattern OPTICS =
            Pattern.compile("transceiver|\\b[cqx]?sfp|xcvr|optic|\\bDOM\\b|laser|\\bbias\\b", Pattern.CASE_INSENSITIVE);

    private final Walks walks;
    private final Map<String, String> names;
    private final Map<String, String> descriptions;
    private final Map<String, String> containers;
    private final Map<String, String> classes;

    private EntitySensors(Walks walks) {
        this.walks = walks;
        names = walks.column(ENTITY_NAME);
        descriptions = walks.column(DESCRIPTION);
        containers = walks.column(CONTAINED_IN);
        classes = walks.column(CLASS);
    }

    static List<Part> parts(Walks walks) {
        EntitySensors sensors = new EntitySensors(walks);
        List<Part> parts = new ArrayList<>(sensors.parts(CISCO));
        parts.addAll(sensors.parts(STANDARD).stream()
                .filter(part -> parts.stream().noneMatch(part::isSame))
                .toList());
        return parts;
    }

    private List<Part> parts(String table) {
        Map<String, String> types = walks.column(table + ".1");
        Map<String, String> statuses = types.isEmpty() ? Map.of() : walks.column(table + ".5");
        Map<String, String> scales = types.isEmpty() ? Map.of() : walks.column(table + ".2");
        Map<String, String> precisions = types.isEmpty() ? Map.of() : walks.column(table + ".3");
        Map<String, String> values = types.isEmpty() ? Map.of() : walks.column(table + ".4");
        SensorThresholds thresholds = table.equals(CISCO) && !types.isEmpty()
                ? SensorThresholds.read(walks, THRESHOLDS, table)
                : SensorThresholds.none();
        return types.entrySet().stream()
                .filter(type ->
                        type.getValue().equals(CELSIUS) || type.getValue().equals(RPM))
                .filter(type -> !isOptics(type.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(type -> {
                    String index = type.getKey();
                    SensorValue value = SensorValue.of(values.get(index), scales.get(index), precisions.get(index));
                    Component component = type.getValue().equals(RPM) ? Component.FAN : Component.TEMPERATURE;
                    return part(component, index, statuses.getOrDefault(index, ""), value, thresholds).stream();
                })
                .toList();
    }

    private Optional<Part> part(
            Component component, String index, String status, SensorValue value, SensorThresholds thresholds) {
        return switch (status) {
            case OK -> {
                List<String> crossed = new ArrayList<>();
                State state = component == Component.TEMPERATURE
                        ? value.isNone() ? State.UNKNOWN : thresholds.judge(index, value, crossed)
                        : value.isNone() || value.isZero() ? State.UNKNOWN : State.OK;
                crossed.add(0, "it measures " + value + (component == Component.FAN ? " rpm" : " degrees Celsius"));
                yield Optional.of(new Part(component, place(index), state, crossed, NAME));
            }
            case UNAVAILABLE -> Optional.empty();
            case BROKEN -> unknown(component, index, "the sensor status is nonoperational (3)");
            default -> unknown(component, index, "the sensor status is \"" + status + "\", which no table knows");
        };
    }

    private Optional<Part> unknown(Component component, String index, String seen) {
        return Optional.of(new Part(component, place(index), State.UNKNOWN, List.of(seen), NAME));
    }

    private String place(String index) {
        return Stream.of(names.get(index), descriptions.get(index))
                .filter(name -> name != null && !name.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse("sensor " + index);
    }

    /** Whether the sensor sits in a port, or says that it is one of a transceiver. */
    private boolean isOptics(String index) {
        Set<String> above = new HashSet<>();
        for (String at = index; at != null && above.add(at); at = containers.get(at)) {
            String text = names.getOrDefault(at, "") + " " + descriptions.getOrDefault(at, "");
            boolean isModule = at.equals(index) || "9".equals(classes.get(at));
            if (PORT.equals(classes.get(at))
                    || isModule && above.size() <= 2 && OPTICS.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
