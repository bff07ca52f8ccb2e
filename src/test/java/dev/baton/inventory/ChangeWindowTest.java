package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeWindowTest {

    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:59:59Z, false",
        "2026-11-27T22:00:00Z, true",
        "2026-11-28T04:59:59Z, true",
        "2026-11-28T05:00:00Z, false",
        "2026-11-28T23:00:00Z, false",
    })
    void aWindowOverMidnightBelongsToTheDayOnWhichItOpens(Instant time, boolean open) {
        ChangeWindow friday = window(EnumSet.of(DayOfWeek.FRIDAY), "22:00", "05:00", "UTC");

        assertThat(friday.isOpenAt(time)).isEqualTo(open);
    }

    @Test
    void itOpensTheNextTimeInAWeekAtMost() {
        ChangeWindow friday = window(EnumSet.of(DayOfWeek.FRIDAY), "22:00", "05:00", "UTC");

        assertThat(friday.opensAfter(Instant.parse("2026-11-28T05:00:00Z"))).isEqualTo("2026-12-04T22:00:00Z");
    }

    @Test
    void itsHoursAreThoseOfItsPlace() {
        ChangeWindow nights = window(DAILY, "22:00", "05:00", "Europe/Amsterdam");

        assertThat(nights.opensAfter(Instant.parse("2026-07-01T12:00:00Z"))).isEqualTo("2026-07-01T20:00:00Z");
        assertThat(nights.opensAfter(Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo("2026-12-01T21:00:00Z");
    }

    /** On 2026-03-29 the clocks of Amsterdam go from 02:00 to 03:00. */
    @ParameterizedTest
    @CsvSource({
        "02:30, 04:00, 2026-03-29T01:29:59Z, false",
        "02:30, 04:00, 2026-03-29T01:30:00Z, true",
        "01:00, 02:30, 2026-03-29T01:29:59Z, true",
        "01:00, 02:30, 2026-03-29T01:30:00Z, false",
        "01:00, 03:00, 2026-03-29T00:59:59Z, true",
        "01:00, 03:00, 2026-03-29T01:00:00Z, false",
    })
    void aTimeThatSummerLeavesOutCountsAsSoMuchLater(String from, String to, Instant time, boolean open) {
        assertThat(window(DAILY, from, to, "Europe/Amsterdam").isOpenAt(time)).isEqualTo(open);
    }

    @Test
    void aWindowThatSummerLeavesOutWholeOpensTheDayAfter() {
        ChangeWindow window = window(DAILY, "02:00", "03:00", "Europe/Amsterdam");

        assertThat(window.opensAfter(Instant.parse("2026-03-28T12:00:00Z"))).isEqualTo("2026-03-30T00:00:00Z");
    }

    /** On 2026-10-25 the clocks of Amsterdam go from 03:00 back to 02:00. */
    @ParameterizedTest
    @CsvSource({
        "02:30, 04:00, 2026-10-25T00:29:59Z, false",
        "02:30, 04:00, 2026-10-25T00:30:00Z, true",
        "02:30, 04:00, 2026-10-25T02:59:59Z, true",
        "02:30, 04:00, 2026-10-25T03:00:00Z, false",
        "01:00, 02:30, 2026-10-25T00:29:59Z, true",
        "01:00, 02:30, 2026-10-25T01:15:00Z, false",
    })
    void aTimeThatComesTwiceIsTheFirst(String from, String to, Instant time, boolean open) {
        assertThat(window(DAILY, from, to, "Europe/Amsterdam").isOpenAt(time)).isEqualTo(open);
    }

    @Test
    void aWholeDayEndsAtMidnight() {
        ChangeWindow sundays = window(EnumSet.of(DayOfWeek.SUNDAY), "00:00", "00:00", "UTC");

        assertThat(sundays.isOpenAt(Instant.parse("2026-11-29T23:59:59Z"))).isTrue();
        assertThat(sundays.isOpenAt(Instant.parse("2026-11-30T00:00:00Z"))).isFalse();
        assertThat(sundays).hasToString("test: Sun 00:00 to 24:00 UTC");
    }

    @Test
    void ofSeveralTheOneThatOpensFirstIsWaitedFor() {
        ChangeWindow nights = window(DAILY, "22:00", "05:00", "UTC");
        ChangeWindow noon = window(DAILY, "12:00", "13:00", "UTC");

        assertThat(ChangeWindow.first(List.of(nights, noon), Instant.parse("2026-11-25T10:00:00Z")))
                .isEqualTo(noon);
        assertThat(ChangeWindow.first(List.of(nights, noon), Instant.parse("2026-11-25T14:00:00Z")))
                .isEqualTo(nights);
    }

    private static ChangeWindow window(Set<DayOfWeek> days, String from, String to, String zone) {
        return new ChangeWindow("test", days, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }
}
