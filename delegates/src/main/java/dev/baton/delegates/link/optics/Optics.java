package dev.baton.delegates.link.optics;

import dev.baton.delegates.link.read.Entities;
import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.LinkColumn;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The optics of one port: by a vendor's table of ports, or by the sensors of its module. */
public final class Optics {

    private static final Pattern RECEIVED = Pattern.compile("receive|\\brx\\b|\\binput power");
    private static final Pattern SENT = Pattern.compile("transmit|\\btx\\b|\\boutput power");

    private final LinkCells cells;
    private final String ifIndex;
    private final String port;

    public Optics(LinkCells cells, String ifIndex, String port) {
        this.cells = cells;
        this.ifIndex = ifIndex;
        this.port = port;
    }

    public Light received() {
        return Stream.of(PortOptics.values())
                .flatMap(table -> table.received(cells, ifIndex, port).stream())
                .findFirst()
                .orElseGet(() -> sensed(RECEIVED, LinkColumn.HUAWEI_RECEIVED));
    }

    public Light sent() {
        return Stream.of(PortOptics.values())
                .flatMap(table -> table.sent(cells, ifIndex, port).stream())
                .findFirst()
                .orElseGet(() -> sensed(SENT, LinkColumn.HUAWEI_SENT));
    }

    private Light sensed(Pattern direction, LinkColumn huawei) {
        return cells.column(LinkColumn.CISCO_VALUE).keySet().stream()
                .filter(sensor -> measures(sensor, direction))
                .flatMap(sensor -> Sensor.cisco(cells, sensor).stream())
                .findFirst()
                .or(() -> cells.column(LinkColumn.SENSOR_VALUE).keySet().stream()
                        .filter(sensor -> measures(sensor, direction))
                        .flatMap(sensor -> Sensor.standard(cells, sensor).stream())
                        .findFirst())
                .or(() -> cells.column(huawei).keySet().stream()
                        .filter(module -> belongsHere(module, name(module)))
                        .flatMap(module -> Sensor.huawei(cells.number(huawei, module, 0)).stream())
                        .findFirst())
                .orElse(Light.UNKNOWN);
    }

    private boolean measures(String sensor, Pattern direction) {
        String name = name(sensor);
        return direction.matcher(name).find() && belongsHere(sensor, name);
    }

    private String name(String entity) {
        return (cells.cell(LinkColumn.ENTITY_NAME, entity) + " " + cells.cell(LinkColumn.ENTITY_DESCRIPTION, entity))
                .toLowerCase(Locale.ROOT);
    }

    /** Up from the sensor to what is mapped to an interface; else by its name. */
    private boolean belongsHere(String sensor, String name) {
        Optional<String> interfaceOf = Entities.interfaceOf(cells, sensor);
        return interfaceOf.isPresent()
                ? interfaceOf.get().equals(ifIndex)
                : (name + " ").startsWith(port.toLowerCase(Locale.ROOT) + " ");
    }
}
