package dev.baton.inventory;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a device may be changed: on days of the week, from one time of day to another, which is on the next day unless it is later.
 *
 * <p>A time that the clocks leave out when summer begins counts as so much later; one that comes twice when it ends is the first.
 */
public record ChangeWindow(String name, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

    /** A week and the days on both sides of it, of which one may be left out by a change of the clocks. */
    private static final int DAYS = 16;

    public ChangeWindow {
        days = Set.copyOf(days);
    }

    /** When it is open, around a time and for at least a week after it. */
    private Stream<Opening> openings(Instant time) {
        LocalDate today = time.atZone(zone).toLocalDate();
        return today.minusDays(2)
                .datesUntil(today.plusDays(DAYS))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(this::opening)
                .filter(opening -> opening.from().isBefore(opening.to()));
    }

    private Opening opening(LocalDate day) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Opening(
                day.atTime(from).atZone(zone).toInstant(),
                last.atTime(to).atZone(zone).toInstant());
    }

    /** Whether a change may begin at a time. */
    public boolean isOpenAt(Instant time) {
        return openings(time).anyMatch(opening -> opening.holds(time));
    }

    /** When it opens the next time after a time at which it is closed. */
    public Instant opensAfter(Instant time) {
        return openings(time)
                .map(Opening::from)
                .filter(from -> from.isAfter(time))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Which of a device's windows opens first after a time at which all are closed. */
    public static ChangeWindow first(List<ChangeWindow> windows, Instant time) {
        return windows.stream()
                .min(Comparator.comparing(window -> window.opensAfter(time)))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name + ": " + times();
    }

    /** As people write it, e.g. {@code Mon Tue 22:00 to 05:00 Europe/Amsterdam}. */
    public String times() {
        String on = days.size() == DayOfWeek.values().length
                ? "daily"
                : new TreeSet<>(days)
                        .stream()
                                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                                .collect(Collectors.joining(" "));
        return on + " " + from + " to " + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to) + " " + zone;
    }

    private record Opening(Instant from, Instant to) {

        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }
}
