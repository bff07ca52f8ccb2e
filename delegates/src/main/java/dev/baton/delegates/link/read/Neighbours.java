package dev.baton.delegates.link.read;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who announces itself by LLDP and CDP, by the name of the port. */
public final class Neighbours {

    private static final String MAC_ADDRESS = "3";

    private final LinkCells cells;
    private final Map<String, Neighbour> byPort = new LinkedHashMap<>();

    private Neighbours(LinkCells cells) {
        this.cells = cells;
    }

    public static Map<String, Neighbour> of(LinkCells cells) {
        Neighbours neighbours = new Neighbours(cells);
        cells.column(LinkColumn.CDP_DEVICE).keySet().forEach(neighbours::cdp);
        cells.column(LinkColumn.LLDP_SYSTEM).keySet().forEach(neighbours::lldp);
        return neighbours.byPort;
    }

    /** The index is ifIndex and a number. */
    private void cdp(String index) {
        String port = cells.cell(LinkColumn.NAME, index.split("\\.", 2)[0]);
        String duplex = switch (cells.cell(LinkColumn.CDP_DUPLEX, index)) {
            case "2" -> "half";
            case "3" -> "full";
            default -> "unknown";
        };
        put(port, cells.cell(LinkColumn.CDP_DEVICE, index), cells.cell(LinkColumn.CDP_PORT, index), duplex);
    }

    /** The index is a time, the number of the local port, which need not be its ifIndex, and a number. */
    private void lldp(String index) {
        String[] parts = index.split("\\.");
        if (parts.length < 3) {
            return;
        }
        String id = cells.cell(LinkColumn.LLDP_PORT, index);
        String description = cells.cell(LinkColumn.LLDP_PORT_DESCRIPTION, index);
        boolean address = cells.cell(LinkColumn.LLDP_PORT_SUBTYPE, index).equals(MAC_ADDRESS);
        String known = local(parts[1])
                .map(name -> byPort.get(name.toLowerCase(Locale.ROOT)))
                .map(Neighbour::duplex)
                .orElse("unknown");
        put(
                local(parts[1]).orElse(""),
                cells.cell(LinkColumn.LLDP_SYSTEM, index),
                address && !description.isEmpty() ? description : id,
                known);
    }

    private Optional<String> local(String number) {
        String id = cells.cell(LinkColumn.LLDP_LOCAL_PORT, number);
        String description = cells.cell(LinkColumn.LLDP_LOCAL_DESCRIPTION, number);
        Map<String, String> names = cells.column(LinkColumn.NAME);
        return names.values().stream()
                .filter(name -> PortName.same(name, id) || PortName.same(name, description))
                .findFirst()
                .or(() -> id.isEmpty() ? Optional.ofNullable(names.get(number)) : Optional.empty());
    }

    private void put(String port, String device, String remotePort, String duplex) {
        if (!port.isEmpty() && !device.isEmpty()) {
            byPort.put(port.toLowerCase(Locale.ROOT), new Neighbour(device, remotePort, duplex));
        }
    }
}
