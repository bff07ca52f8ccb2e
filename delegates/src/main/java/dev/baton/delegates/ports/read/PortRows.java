package dev.baton.delegates.ports.read;

import dev.baton.action.Binding;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a port of the cells of a row. What a device leaves out, or fills with nonsense, is unknown and nothing else. */
final class PortRows {

    private static final List<String> ADMIN = List.of("unknown", "up", "down", "testing");
    private static final List<String> OPER =
            List.of("unknown", "up", "down", "testing", "unknown", "dormant", "notPresent", "lowerLayerDown");
    private static final List<String> DUPLEX = List.of("unknown", "unknown", "half", "full");
    /** IANA types of interfaces with a connector: Ethernet in its old and new numbers, rings, optical and fibre channel. */
    private static final Set<String> CONNECTED = Set.of("6", "7", "9", "15", "26", "39", "56", "62", "69", "117");
    /** 10 Tb/s: more is an agent's mistake, such as bits where Mb were asked for. */
    private static final long FASTEST = 10_000_000;

    private static final long SPEED_UNTOLD = 4_294_967_295L;

    private final PortWalk walk;
    private final Map<String, String> names = new HashMap<>();
    private final boolean wide;

    PortRows(PortWalk walk, Set<String> indexes) {
        this.walk = walk;
        wide = !walk.column(PortColumn.HC_IN_UNICAST).isEmpty();
        Map<String, Integer> times = new HashMap<>();
        indexes.forEach(index -> times.merge(name(index), 1, Integer::sum));
        indexes.forEach(index -> names.put(
                index, times.getOrDefault(name(index), 0) > 1 ? name(index) + " [" + index + "]" : name(index)));
    }

    Port port(String index) {
        String name = names.getOrDefault(index, index);
        return new Port(
                index,
                name,
                description(index, name(index)),
                named(ADMIN, PortColumn.ADMIN, index),
                named(OPER, PortColumn.OPER, index),
                physical(index),
                speed(index),
                named(DUPLEX, PortColumn.DUPLEX, index),
                lastChange(index),
                ErrDisable.cause(text(PortColumn.ERR_DISABLED, index)),
                Math.max(0, number(PortColumn.DISCONTINUITY, index)),
                counts(index));
    }

    private String name(String index) {
        String name = Values.plain(text(PortColumn.NAME, index));
        if (name.isEmpty()) {
            name = Values.plain(text(PortColumn.DESCRIPTION, index));
        }
        return name.isEmpty() ? "interface " + index : name;
    }

    /** What a person wrote; devices that fill it in by themselves mostly write there what is in ifDescr too. */
    private String description(String index, String name) {
        String text = Values.description(text(PortColumn.ALIAS, index), name);
        boolean suspicious = !text.isEmpty() && Values.endAlike(text, name);
        boolean own = suspicious && text.equalsIgnoreCase(Values.plain(text(PortColumn.DESCRIPTION, index)));
        return own ? "" : text;
    }

    private boolean physical(String index) {
        return switch (text(PortColumn.CONNECTOR, index)) {
            case "1" -> true;
            case "2" -> false;
            default -> CONNECTED.contains(text(PortColumn.TYPE, index));
        };
    }

    private long speed(String index) {
        long fast = number(PortColumn.HIGH_SPEED, index);
        if (fast > 0 && fast <= FASTEST) {
            return fast;
        }
        long bits = number(PortColumn.SPEED, index);
        return bits <= 0 || bits == SPEED_UNTOLD || bits / 1_000_000 > FASTEST ? 0 : bits / 1_000_000;
    }

    /** Zero means that it has been so since the agent began. */
    private long lastChange(String index) {
        long ticks = number(PortColumn.LAST_CHANGE, index);
        return ticks == 0 ? -1 : ticks;
    }

    private Map<PortCount, Counter> counts(String index) {
        Map<PortCount, Counter> counts = new EnumMap<>(PortCount.class);
        put(counts, PortCount.IN_ERRORS, sum(index, PortColumn.IN_ERRORS));
        put(counts, PortCount.OUT_ERRORS, sum(index, PortColumn.OUT_ERRORS));
        put(counts, PortCount.IN_DISCARDS, sum(index, PortColumn.IN_DISCARDS));
        put(counts, PortCount.OUT_DISCARDS, sum(index, PortColumn.OUT_DISCARDS));
        put(counts, PortCount.BAD_FRAMES, sum(index, PortColumn.FCS_ERRORS, PortColumn.ALIGNMENT_ERRORS));
        put(counts, PortCount.IN_PACKETS, packets(index, true));
        put(counts, PortCount.OUT_PACKETS, packets(index, false));
        return counts;
    }

    private static void put(Map<PortCount, Counter> counts, PortCount count, @Nullable Counter counter) {
        if (counter != null) {
            counts.put(count, counter);
        }
    }

    /** Some agents have the wide counters and never count in them. */
    private @Nullable Counter packets(String index, boolean in) {
        Counter counted = wide
                ? in
                        ? sum(index, PortColumn.HC_IN_UNICAST, PortColumn.HC_IN_MULTICAST, PortColumn.HC_IN_BROADCAST)
                        : sum(
                                index,
                                PortColumn.HC_OUT_UNICAST,
                                PortColumn.HC_OUT_MULTICAST,
                                PortColumn.HC_OUT_BROADCAST)
                : null;
        boolean works = counted != null
                && (counted.value().signum() > 0
                        || !text(PortColumn.OPER, index).equals("1"));
        if (works) {
            return counted;
        }
        Counter old = in
                ? sum(index, PortColumn.IN_UNICAST, PortColumn.IN_OTHER)
                : sum(index, PortColumn.OUT_UNICAST, PortColumn.OUT_OTHER);
        return counted != null && (old == null || old.value().signum() == 0) ? counted : old;
    }

    /** The sum of those that the device has in the width of the first; null when it has none. */
    private @Nullable Counter sum(String index, PortColumn... columns) {
        Counter sum = null;
        for (PortColumn column : columns) {
            Binding cell = walk.column(column).get(index);
            BigInteger value = cell == null ? BigInteger.ONE.negate() : Values.big(cell.value());
            if (cell != null && value.signum() >= 0) {
                Counter counter = new Counter(value, cell.type().equals("Counter64") ? 64 : 32);
                sum = sum == null || sum.bits() != counter.bits() ? larger(sum, counter) : sum.plus(counter);
            }
        }
        return sum;
    }

    private static Counter larger(@Nullable Counter one, Counter other) {
        return one == null || one.bits() < other.bits() ? other : one;
    }

    private String named(List<String> names, PortColumn column, String index) {
        long number = number(column, index);
        return number < 0 || number >= names.size() ? "unknown" : names.get((int) number);
    }

    private long number(PortColumn column, String index) {
        return Values.number(text(column, index));
    }

    private String text(PortColumn column, String index) {
        Binding cell = walk.column(column).get(index);
        return cell == null ? "" : cell.value();
    }
}
