package dev.baton.finding;

import java.time.LocalDate;
import java.util.List;

/**
 * How findings came and went.
 *
 * @param days the earliest first, each of UTC
 * @param byKind how many are not resolved, the most frequent first
 * @param byDevice the same by device
 */
public record FindingTrend(List<Day> days, List<Count> byKind, List<Count> byDevice) {

    public FindingTrend {
        days = List.copyOf(days);
        byKind = List.copyOf(byKind);
        byDevice = List.copyOf(byDevice);
    }

    /** The largest number of a day, at least 1: what a picture has to have room for. */
    public long most() {
        return days.stream()
                .mapToLong(day -> Math.max(day.open(), day.opened()))
                .reduce(1, Math::max);
    }

    /** @param open how many were not resolved at its end */
    public record Day(LocalDate date, long opened, long resolved, long open) {}

    /** So many of one name. */
    public record Count(String name, long number) {}
}
