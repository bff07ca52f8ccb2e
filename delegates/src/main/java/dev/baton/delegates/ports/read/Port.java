package dev.baton.delegates.ports.read;

import java.util.Map;

/**
 * An interface as a device shows it.
 *
 * @param index its ifIndex, which may change with a restart
 * @param name unique on the device
 * @param alias its description by people; empty when there is none, or only the device's own default
 * @param admin {@code up}, {@code down}, {@code testing} or {@code unknown}
 * @param oper the names of ifOperStatus; {@code unknown} also where the device does not say
 * @param physical whether it has a connector
 * @param speed in Mb/s; 0 when it is not known
 * @param duplex {@code half}, {@code full} or {@code unknown}
 * @param lastChange sysUpTime when its state changed last; -1 when it is not known or was before the agent began
 * @param errDisabled why the device itself has shut it; empty when it has not
 * @param discontinuity ifCounterDiscontinuityTime, 0 where there is none
 */
public record Port(
        String index,
        String name,
        String alias,
        String admin,
        String oper,
        boolean physical,
        long speed,
        String duplex,
        long lastChange,
        String errDisabled,
        long discontinuity,
        Map<PortCount, Counter> counts) {

    public Port {
        counts = Map.copyOf(counts);
    }

    /** A port that was there and is not in the table of the device any more. */
    public static Port gone(String name, String alias) {
        return new Port("", name, alias, "up", "gone", true, 0, "unknown", -1, "", 0, Map.of());
    }

    /** The same port, of which the device does not say that only what is below it is down. */
    Port belowDown() {
        return new Port(
                index,
                name,
                alias,
                admin,
                "lowerLayerDown",
                physical,
                speed,
                duplex,
                lastChange,
                errDisabled,
                discontinuity,
                counts);
    }

    public boolean up() {
        return admin.equals("up") && oper.equals("up");
    }

    /** For people: the name, and the description where there is one. */
    public String shown() {
        return alias.isEmpty() ? name : name + " (" + alias + ")";
    }
}
