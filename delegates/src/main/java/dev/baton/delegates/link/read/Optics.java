package dev.baton.delegates.link.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The optics of one port: by the sensors of its module, or by Juniper's table of ports. */
public final class Optics {

    private static final Pattern RECEIVED = Pattern.compile("receive|\\brx\\b|\\binput power");
    private static final Pattern SENT = Pattern.compile("transmit|\\btx\\b|\\boutput power");
    private static final int MOST_LEVELS = 6;
    private static final String IF_INDEX = "1.3.6.1.2.1.2.2.1.1.";
    private static final double HUNDREDTHS = 100;

    private final LinkCells cells;
    private final String ifIndex;
    private final String port;

    public Optics(LinkCells cells, String ifIndex, String port) {
        this.cells = cells;
        this.ifIndex = ifIndex;
        this.port = port;
    }

    public Light received() {
        return juniper(LinkColumn.JUNIPER_RECEIVED, LinkColumn.JUNIPER_LOW).orElseGet(() -> sensed(RECEIVED));
    }

    public Light sent() {
        return juniper(LinkColumn.JUNIPER_SENT, null).orElseGet(() -> sensed(SENT));
    }

    /** Zero is what it says without a module. */
    private Optional<Light> juniper(LinkColumn power, @Nullable LinkColumn low) {
        long hundredths = cells.number(power, ifIndex, 0);
        if (hundredths == 0) {
            return Optional.empty();
        }
        Double threshold = low == null || cells.cell(low, ifIndex).isEmpty()
                ? null
                : (Double) (cells.number(low, ifIndex, 0) / HUNDREDTHS);
        return Optional.of(new Light(hundredths / HUNDREDTHS, threshold));
    }

    private Light sensed(Pattern direction) {
        return cells.column(LinkColumn.CISCO_VALUE).keySet().stream()
                .filter(sensor -> measures(sensor, direction))
                .flatMap(sensor -> Sensor.cisco(cells, sensor).stream())
                .findFirst()
                .or(() -> cells.column(LinkColumn.SENSOR_VALUE).keySet().stream()
                        .filter(sensor -> measures(sensor, direction))
                        .flatMap(sensor -> Sensor.standard(cells, sensor).stream())
                        .findFirst())
                .orElse(Light.UNKNOWN);
    }

    private boolean measures(String sensor, Pattern direction) {
        String name = (cells.cell(LinkColumn.ENTITY_NAME, sensor) + " "
                        + cells.cell(LinkColumn.ENTITY_DESCRIPTION, sensor))
                .toLowerCase(Locale.ROOT);
        return direction.matcher(name).find() && belongsHere(sensor, name);
    }

    /** Up from the sensor to what is mapped to an interface; else by its name. */
    private boolean belongsHere(String sensor, String name) {
        String entity = sensor;
        for (int level = 0; level < MOST_LEVELS && !entity.isEmpty(); level++) {
            String mapped = cells.cell(LinkColumn.ALIAS_MAPPING, entity + ".0");
            if (!mapped.isEmpty()) {
                return mapped.equals(IF_INDEX + ifIndex);
            }
            entity = cells.cell(LinkColumn.CONTAINED_IN, entity);
        }
        return (name + " ").startsWith(port.toLowerCase(Locale.ROOT) + " ");
    }
}
