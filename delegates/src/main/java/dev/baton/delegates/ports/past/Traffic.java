package dev.baton.delegates.ports.past;

import dev.baton.action.CounterChange;
import dev.baton.action.CounterSample;
import dev.baton.delegates.ports.read.Counter;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortCount;
import dev.baton.delegates.ports.read.PortTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What went over a port between two looks. */
public final class Traffic {

    /** The shortest frame on the wire with its gap, which a counter of packets must not outrun. */
    private static final double SHORTEST_BITS = 672;

    private static final long FEW = 3;
    private static final long SAMPLE = 1_000;

    private final Port port;
    private final PortMemory before;
    private final PortTable now;
    private final LastLook last;

    public Traffic(Port port, PortMemory before, PortTable now, LastLook last) {
        this.port = port;
        this.before = before;
        this.now = now;
        this.last = last;
    }

    /** Damaged among a hundred packets, in the worse direction; empty when it cannot be told. */
    public OptionalDouble errorPercent() {
        OptionalLong in = change(PortCount.IN_ERRORS);
        OptionalLong frames = change(PortCount.BAD_FRAMES);
        OptionalLong damaged = in.isEmpty() ? frames : OptionalLong.of(Math.max(in.getAsLong(), frames.orElse(0)));
        return worse(
                share(damaged, change(PortCount.IN_PACKETS)),
                share(change(PortCount.OUT_ERRORS), change(PortCount.OUT_PACKETS)));
    }

    /** Thrown away among a hundred packets, in the worse direction; empty when it cannot be told. */
    public OptionalDouble discardPercent() {
        return worse(
                share(change(PortCount.IN_DISCARDS), change(PortCount.IN_PACKETS)),
                share(change(PortCount.OUT_DISCARDS), change(PortCount.OUT_PACKETS)));
    }

    /** For people: {@code in errors +12}. */
    public String told() {
        StringBuilder told = new StringBuilder();
        for (PortCount count : PortCount.values()) {
            change(count)
                    .ifPresent(amount -> told.append(told.isEmpty() ? "" : ", ")
                            .append(count.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .append(" +")
                            .append(amount));
        }
        return told.toString();
    }

    private OptionalLong change(PortCount count) {
        Counter counted = port.counts().get(count);
        Counter earlier = before.counts().get(count);
        if (counted == null || earlier == null || counted.bits() != earlier.bits()) {
            return OptionalLong.empty();
        }
        CounterSample sample =
                new CounterSample(counted.value(), counted.bits(), port.discontinuity(), now.upTime(), now.readAt());
        CounterChange change = sample.since(
                new CounterSample(earlier.value(), earlier.bits(), before.discontinuity(), last.upTime(), last.at()));
        boolean told = change instanceof CounterChange.Counted all
                && all.amount().bitLength() < 63
                && !(packets(count) && mayHaveWrapped(counted.bits(), all.time().toSeconds()));
        return told && change instanceof CounterChange.Counted all
                ? OptionalLong.of(all.amount().longValueExact())
                : OptionalLong.empty();
    }

    private static boolean packets(PortCount count) {
        return count == PortCount.IN_PACKETS || count == PortCount.OUT_PACKETS;
    }

    /** Whether a counter of 32 bits may have gone round more than once at the speed of the port. */
    private boolean mayHaveWrapped(int bits, long seconds) {
        return bits == 32 && port.speed() * 1_000_000.0 / SHORTEST_BITS * seconds > 4_294_967_296.0;
    }

    private static OptionalDouble share(OptionalLong part, OptionalLong packets) {
        if (part.isEmpty() || packets.isEmpty()) {
            return OptionalDouble.empty();
        }
        long some = part.getAsLong();
        long all = packets.getAsLong();
        boolean chance = some < FEW && all < SAMPLE;
        return OptionalDouble.of(some == 0 || chance ? 0 : all == 0 ? 100 : Math.min(100, 100.0 * some / all));
    }

    private static OptionalDouble worse(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() ? other : OptionalDouble.of(Math.max(one.getAsDouble(), other.orElse(0)));
    }
}
