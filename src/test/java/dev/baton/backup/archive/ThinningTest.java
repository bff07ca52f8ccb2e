package dev.baton.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ConfigArchive.Keeping;
import dev.baton.backup.archive.Thinning.Aged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Thinning THINNING = new Thinning(
            new Keeping(Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(730), Duration.ofDays(2555)), NOW);

    @Test
    void ofOneDayTheLastStays() {
        assertThat(gone("2026-08-01T20:00:00Z", "2026-08-01T09:00:00Z", "2026-07-31T23:00:00Z"))
                .containsExactly(2);
    }

    @Test
    void laterTheLastOfEachWeekStays() {
        assertThat(gone("2025-03-09T20:00:00Z", "2025-03-03T09:00:00Z", "2025-03-02T23:00:00Z"))
                .containsExactly(2);
    }

    @Test
    void laterTheLastOfEachMonthStays() {
        assertThat(gone("2022-03-31T20:00:00Z", "2022-03-01T09:00:00Z", "2022-02-28T23:00:00Z"))
                .containsExactly(2);
    }

    @Test
    void whatIsTooOldGoes() {
        assertThat(gone("2019-03-31T20:00:00Z")).containsExactly(3);
    }

    @Test
    void whatIsBoundStays() {
        Instant made = Instant.parse("2019-03-31T20:00:00Z");

        assertThat(THINNING.gone(List.of(new Aged("sw1", 1, "ab", made, true)))).isEmpty();
    }

    private static List<Integer> gone(String... newestFirst) {
        int[] number = {4};
        return THINNING
                .gone(List.of(newestFirst).stream()
                        .map(made -> new Aged("sw1", --number[0], "ab", Instant.parse(made), false))
                        .toList())
                .stream()
                .map(Aged::number)
                .toList();
    }
}
