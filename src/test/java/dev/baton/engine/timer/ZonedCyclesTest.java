package dev.baton.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonedCyclesTest {

    @ParameterizedTest
    @CsvSource({
        "UTC,              0 0 2 * * ?,     2026-11-24T06:00:00Z, 2026-11-25T02:00:00Z",
        "Europe/Amsterdam, 0 0 2 * * ?,     2026-11-24T06:00:00Z, 2026-11-25T01:00:00Z",
        "Europe/Amsterdam, 0 0 2 * * ?,     2026-07-01T06:00:00Z, 2026-07-02T00:00:00Z",
        "Asia/Tokyo,       0 0 2 * * ?,     2026-11-24T18:00:00Z, 2026-11-25T17:00:00Z",
        "UTC, CRON_TZ=Asia/Tokyo 0 0 2 * * ?,   2026-11-24T18:00:00Z, 2026-11-25T17:00:00Z",
        // 02:30 does not exist in the first of these nights and exists twice in the second.
        "Europe/Amsterdam, 0 30 2 * * ?,    2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "Europe/Amsterdam, 0 30 2 * * ?,    2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "Europe/Amsterdam, 0 30 2 * * ?,    2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "Europe/Amsterdam, 0 50 2 * * ?,    2026-10-25T01:45:00Z, 2026-10-26T01:50:00Z",
        // Every hour means every hour.
        "Europe/Amsterdam, 0 0 * * * ?,     2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
        "Europe/Amsterdam, 0 0 * * * ?,     2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "UTC,              0 0 4 ? * SUN#1, 2026-11-24T06:00:00Z, 2026-12-06T04:00:00Z",
        "Asia/Tokyo,       R3/PT1M,         2026-11-24T06:00:00Z, 2026-11-24T06:01:00Z"
    })
    void aTimeOfDayIsThatOfTheZone(String zone, String cycle, Instant after, Instant due) {
        assertThat(new ZonedCycles(ZoneId.of(zone)).resolveDuedate(cycle, Date.from(after), 0))
                .isEqualTo(Date.from(due));
    }

    @Test
    void aZoneThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> new ZonedCycles(ZoneId.of("UTC"))
                        .resolveDuedate("CRON_TZ=Europe/Atlantis 0 0 2 * * ?", null, 0))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Europe/Atlantis");
    }

    @Test
    void whatIsNoCycleIsNamed() {
        assertThatThrownBy(() -> new ZonedCycles(ZoneId.of("UTC")).resolveDuedate("every night", null, 0))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("every night");
    }
}
