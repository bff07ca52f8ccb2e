package dev.baton.bench;

import dev.baton.bench.Meter.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one side. */
record Rounds(List<Round> rounds) {

    /** Both sides of a comparison. */
    record Pair(Rounds baton, Rounds other) {}

    /** Alternates the sides, so that both see the same neighbours, after rounds that do not count. */
    static Pair alternate(Meter meter, int devices, Side baton, int otherDevices, Side other) throws Exception {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (int round = -meter.warmUp(); round < meter.rounds(); round++) {
            Round our = meter.measure(devices, baton);
            Round their = meter.measure(otherDevices, other);
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        return new Pair(new Rounds(ours), new Rounds(theirs));
    }

    double median(ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).min().orElseThrow();
    }

    double most(ToDoubleFunction<Round> value) {
        return rounds.stream().mapToDouble(value).max().orElseThrow();
    }
}
