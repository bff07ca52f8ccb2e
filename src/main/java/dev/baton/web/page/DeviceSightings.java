package dev.baton.web.page;

import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.ports.past.PortMemory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What management saw of a device: its parts, its ports, its firmware and what that was before. */
@Component
final class DeviceSightings {

    private static final int VERSIONS = 10;
    private static final String FINE = "OK";

    private final Observations observations;

    DeviceSightings(Observations observations) {
        this.observations = observations;
    }

    Sightings of(String device) {
        Seen hardware = observations.latest(device, "hardware").orElse(null);
        Seen ports = observations.latest(device, "ports").orElse(null);
        return new Sightings(
                hardware,
                hardware == null ? List.of() : parts(hardware),
                ports,
                ports == null ? List.of() : ports(ports),
                observations.history(device, "firmware", VERSIONS));
    }

    /** The faulty ones first. */
    private static List<HardwarePart> parts(Seen hardware) {
        return list(hardware.content().get("parts")).stream()
                .map(part -> new HardwarePart(
                        text(part, "component"),
                        text(part, "place"),
                        text(part, "state"),
                        text(part, "serial"),
                        text(part, "since")))
                .sorted(Comparator.comparing((HardwarePart part) -> part.state().equals(FINE))
                        .thenComparing(HardwarePart::component)
                        .thenComparing(HardwarePart::place))
                .toList();
    }

    /** Those without a link last. */
    private static List<PortSeen> ports(Seen ports) {
        if (!(ports.content().get("ports") instanceof Map<?, ?> lines)) {
            return List.of();
        }
        return lines.entrySet().stream()
                .map(line -> port(
                        line.getKey().toString(),
                        PortMemory.parse(line.getValue().toString())))
                .sorted(Comparator.comparing((PortSeen port) -> !port.state().equals("up"))
                        .thenComparing(PortSeen::name))
                .toList();
    }

    private static PortSeen port(String name, PortMemory memory) {
        return new PortSeen(
                name,
                memory.oper(),
                memory.alias(),
                memory.best(),
                memory.lastUp() == 0 ? null : Instant.ofEpochSecond(memory.lastUp()));
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        return value instanceof List<?> items
                ? items.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList()
                : List.of();
    }

    private static String text(Map<?, ?> map, String name) {
        return Objects.toString(map.get(name), "");
    }

    /** All of it; a null was never looked at. */
    record Sightings(
            @Nullable Seen hardware,
            List<HardwarePart> parts,
            @Nullable Seen portsSeen,
            List<PortSeen> ports,
            List<Seen> firmware) {}

    /** A drive, fan, array or other part and its state since a day. */
    record HardwarePart(String component, String place, String state, String serial, String since) {}

    /** @param best the highest speed seen, in Mb/s; 0 where none is told */
    record PortSeen(
            String name,
            String state,
            String alias,
            long best,
            @Nullable Instant lastUp) {}
}
