package dev.baton.delegates.link.optics;

import dev.baton.delegates.link.read.LinkCells;
import dev.baton.delegates.link.read.LinkColumn;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of vendors that have the power of light by port; each says in its own way that it does not know. */
enum PortOptics {
    JUNIPER(LinkColumn.JUNIPER_RECEIVED, LinkColumn.JUNIPER_SENT, LinkColumn.JUNIPER_LOW, 100, false, Set.of(0L)),
    COMWARE(LinkColumn.COMWARE_RECEIVED, LinkColumn.COMWARE_SENT, LinkColumn.COMWARE_LOW, 100, true, Set.of(0L, (long)
            Integer.MAX_VALUE)),
    PROCURVE(
            LinkColumn.PROCURVE_RECEIVED,
            LinkColumn.PROCURVE_SENT,
            LinkColumn.PROCURVE_LOW,
            1_000,
            true,
            Set.of(0L, -99_999_999L)),
    MIKROTIK(LinkColumn.MIKROTIK_RECEIVED, LinkColumn.MIKROTIK_SENT, null, 1_000, false, Set.of(0L));

    private static final long NONE = Long.MIN_VALUE;
    private static final double TENTHS_OF_MICROWATTS_A_MILLIWATT = 10_000;

    private final LinkColumn received;
    private final LinkColumn sent;
    private final @Nullable LinkColumn low;
    private final double unitsADbm;
    private final boolean lowInMicrowatts;
    private final Set<Long> unknown;

    PortOptics(
            LinkColumn received,
            LinkColumn sent,
            @Nullable LinkColumn low,
            double unitsADbm,
            boolean lowInMicrowatts,
            Set<Long> unknown) {
        this.received = received;
        this.sent = sent;
        this.low = low;
        this.unitsADbm = unitsADbm;
        this.lowInMicrowatts = lowInMicrowatts;
        this.unknown = unknown;
    }

    Optional<Light> received(LinkCells cells, String ifIndex, String port) {
        String index = index(cells, ifIndex, port);
        return power(cells, received, index).map(dbm -> new Light(dbm, low(cells, index)));
    }

    Optional<Light> sent(LinkCells cells, String ifIndex, String port) {
        return power(cells, sent, index(cells, ifIndex, port)).map(dbm -> new Light(dbm, null));
    }

    private String index(LinkCells cells, String ifIndex, String port) {
        return this == MIKROTIK ? cells.indexOf(LinkColumn.MIKROTIK_NAME, port).orElse("") : ifIndex;
    }

    private Optional<Double> power(LinkCells cells, LinkColumn column, String index) {
        long value = cells.number(column, index, NONE);
        return value == NONE || unknown.contains(value) ? Optional.empty() : Optional.of(value / unitsADbm);
    }

    private @Nullable Double low(LinkCells cells, String index) {
        long threshold = low == null ? NONE : cells.number(low, index, NONE);
        if (threshold == NONE || lowInMicrowatts && threshold <= 0) {
            return null;
        }
        return lowInMicrowatts ? 10 * Math.log10(threshold / TENTHS_OF_MICROWATTS_A_MILLIWATT) : threshold / unitsADbm;
    }
}
