package dev.baton.delegates.ports.past;

import dev.baton.delegates.ports.read.Counter;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortCount;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one look leaves of a port for the next one, kept as one short line.
 *
 * @param best the highest speed seen, in Mb/s, since the description is as it is
 * @param lastUp when it had a link last, in seconds of the epoch; 0 for never
 * @param changes when changes of its state were noticed, in seconds of the epoch
 * @param kept kinds of findings that stay as they are while they cannot be measured anew
 */
public record PortMemory(
        String alias,
        boolean physical,
        String oper,
        long lastChange,
        long best,
        long lastUp,
        long discontinuity,
        List<Long> changes,
        List<String> kept,
        Map<PortCount, Counter> counts) {

    private static final String BETWEEN = ";";

    public PortMemory {
        changes = List.copyOf(changes);
        kept = List.copyOf(kept);
        counts = Map.copyOf(counts);
    }

    public static PortMemory of(Port port, long best, long lastUp, List<Long> changes, List<String> kept) {
        return new PortMemory(
                plain(port.alias()),
                port.physical(),
                port.oper(),
                port.lastChange(),
                best,
                lastUp,
                port.discontinuity(),
                changes,
                kept,
                port.counts());
    }

    /** A description as it is remembered. */
    public static String plain(String alias) {
        return alias.replace(BETWEEN, ",");
    }

    public String text() {
        String counted = new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "/" + entry.getValue().bits() + "/"
                                + entry.getValue().value())
                        .collect(Collectors.joining(","));
        return String.join(
                BETWEEN,
                oper,
                physical ? "p" : "l",
                String.valueOf(lastChange),
                String.valueOf(best),
                String.valueOf(lastUp),
                String.valueOf(discontinuity),
                changes.stream().map(String::valueOf).collect(Collectors.joining(",")),
                String.join(",", kept),
                counted,
                alias);
    }

    public static PortMemory parse(String text) {
        String[] parts = text.split(BETWEEN, 10);
        Map<PortCount, Counter> counts = new EnumMap<>(PortCount.class);
        words(parts[8])
                .map(word -> word.split("/"))
                .forEach(word -> counts.put(
                        PortCount.valueOf(word[0]), new Counter(new BigInteger(word[2]), Integer.parseInt(word[1]))));
        return new PortMemory(
                parts[9],
                parts[1].equals("p"),
                parts[0],
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]),
                words(parts[6]).map(Long::valueOf).toList(),
                words(parts[7]).toList(),
                counts);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(",")).filter(word -> !word.isEmpty());
    }
}
