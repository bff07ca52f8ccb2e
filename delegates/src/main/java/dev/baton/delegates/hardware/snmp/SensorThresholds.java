package dev.baton.delegates.hardware.snmp;

import dev.baton.delegates.hardware.part.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The upper thresholds of Cisco's sensors; their values have the sensor's own scale and precision. */
final class SensorThresholds {

    private static final String GREATER = "3";
    private static final String GREATER_OR_EQUAL = "4";
    /** Severities from here on mean that the part may be harmed. */
    private static final int MAJOR = 20;

    private final Map<String, String> severities;
    private final Map<String, String> relations;
    private final Map<String, String> values;
    private final Map<String, String> scales;
    private final Map<String, String> precisions;

    private SensorThresholds(
            Map<String, String> severities,
            Map<String, String> relations,
            Map<String, String> values,
            Map<String, String> scales,
            Map<String, String> precisions) {
        this.severities = severities;
        this.relations = relations;
        this.values = values;
        this.scales = scales;
        this.precisions = precisions;
    }

    static SensorThresholds none() {
        return new SensorThresholds(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    static SensorThresholds read(Walks walks, String table, String sensors) {
        return new SensorThresholds(
                walks.column(table + ".2"),
                walks.column(table + ".3"),
                walks.column(table + ".4"),
                walks.column(sensors + ".2"),
                walks.column(sensors + ".3"));
    }

    /** The state of a sensor; what it crossed is added to the list. */
    State judge(String sensor, SensorValue value, List<String> crossed) {
        State state = State.OK;
        BigDecimal measured = value.number();
        if (measured == null) {
            return state;
        }
        for (Map.Entry<String, String> relation : relations.entrySet()) {
            String index = relation.getKey();
            if (!index.startsWith(sensor + ".") || index.indexOf('.', sensor.length() + 1) >= 0) {
                continue;
            }
            BigDecimal limit = SensorValue.of(values.get(index), scales.get(sensor), precisions.get(sensor))
                    .number();
            if (limit != null && limit.signum() > 0 && isAbove(measured, limit, relation.getValue())) {
                String severity = severities.getOrDefault(index, "");
                boolean harmful = severity.matches("\\d{1,3}") && Integer.parseInt(severity) >= MAJOR;
                state = state.worse(harmful ? State.OVERHEATED : State.HOT);
                crossed.add("its threshold is " + limit.stripTrailingZeros().toPlainString() + " (severity " + severity
                        + ")");
            }
        }
        return state;
    }

    private static boolean isAbove(BigDecimal measured, BigDecimal limit, String relation) {
        int difference = measured.compareTo(limit);
        return relation.equals(GREATER) && difference > 0 || relation.equals(GREATER_OR_EQUAL) && difference >= 0;
    }
}
