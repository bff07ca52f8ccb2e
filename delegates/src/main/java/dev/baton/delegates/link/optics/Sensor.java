package dev.baton.delegates.link.optics;

import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.LinkColumn;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sensors of light: Cisco's may be in dBm, those of ENTITY-SENSOR-MIB are in watts, Huawei's are either. */
final class Sensor {

    private static final long WATTS = 6;
    private static final long DBM = 14;
    private static final long OK = 1;
    private static final long UNITS = 9;
    private static final Set<Long> ALARMS = Set.of(20L, 30L);
    private static final Set<Long> LESS = Set.of(1L, 2L);

    private Sensor() {}

    static Optional<Light> cisco(LinkCells cells, String sensor) {
        long type = cells.number(LinkColumn.CISCO_TYPE, sensor, 0);
        double unit = unit(
                cells.number(LinkColumn.CISCO_SCALE, sensor, UNITS),
                cells.number(LinkColumn.CISCO_PRECISION, sensor, 0));
        OptionalDouble power = dbm(type, cells.number(LinkColumn.CISCO_VALUE, sensor, 0) * unit);
        if (power.isEmpty() || cells.number(LinkColumn.CISCO_STATUS, sensor, OK) != OK) {
            return Optional.empty();
        }
        return Optional.of(new Light(power.getAsDouble(), low(cells, sensor, type, unit)));
    }

    static Optional<Light> standard(LinkCells cells, String sensor) {
        double unit = unit(
                cells.number(LinkColumn.SENSOR_SCALE, sensor, UNITS),
                cells.number(LinkColumn.SENSOR_PRECISION, sensor, 0));
        double value = cells.number(LinkColumn.SENSOR_VALUE, sensor, 0) * unit;
        OptionalDouble power = dbm(cells.number(LinkColumn.SENSOR_TYPE, sensor, 0), value);
        return power.isEmpty() || cells.number(LinkColumn.SENSOR_STATUS, sensor, OK) != OK
                ? Optional.empty()
                : Optional.of(new Light(power.getAsDouble(), null));
    }

    /** Microwatts above zero, hundredths of dBm below; zero and -1 are what it says without a module. */
    static Optional<Light> huawei(long value) {
        if (value == 0 || value == -1) {
            return Optional.empty();
        }
        return Optional.of(new Light(value > 0 ? 10 * Math.log10(value / 1_000.0) : value / 100.0, null));
    }

    private static @Nullable Double low(LinkCells cells, String sensor, long type, double unit) {
        return cells.column(LinkColumn.CISCO_THRESHOLD).keySet().stream()
                .filter(index -> index.startsWith(sensor + "."))
                .filter(index -> ALARMS.contains(cells.number(LinkColumn.CISCO_SEVERITY, index, 0))
                        && LESS.contains(cells.number(LinkColumn.CISCO_RELATION, index, 0)))
                .map(index -> dbm(type, cells.number(LinkColumn.CISCO_THRESHOLD, index, 0) * unit))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .max(Double::compare)
                .orElse(null);
    }

    /** Empty for other units. No power at all is as dark as can be. */
    private static OptionalDouble dbm(long type, double value) {
        if (type == DBM) {
            return OptionalDouble.of(value);
        }
        if (type != WATTS || value < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(value == 0 ? -40 : 10 * Math.log10(value * 1_000));
    }

    private static double unit(long scale, long precision) {
        return Math.pow(10, 3.0 * (scale - UNITS) - precision);
    }
}
