package dev.baton.delegates.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.delegates.logs.LogCorpus.Line;
import dev.baton.delegates.logs.pattern.LogPatterns;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogCorpusTest {

    private static final LogPatterns PATTERNS = LogPatterns.shipped();
    private static final int LONG = 100_000;

    @Test
    void theCorpusIsLargeEnough() {
        assertThat(LogCorpus.failing().stream().map(Line::format).distinct().count())
                .isGreaterThanOrEqualTo(20);
        assertThat(LogCorpus.benign()).hasSizeGreaterThanOrEqualTo(2_000);
    }

    @Test
    void atMostOneOfAHundredFailingLinesIsMissed() {
        List<Line> failing = LogCorpus.failing();
        List<Line> missed = failing.stream().filter(line -> !isRead(line)).toList();

        assertThat(missed.size() * 100).as("missed: " + missed).isLessThanOrEqualTo(failing.size());
    }

    @Test
    void atMostTwoOfAHundredReportedLinesAreBenign() {
        List<Line> wrong =
                LogCorpus.benign().stream().filter(LogCorpusTest::isRead).toList();
        long right = LogCorpus.failing().stream().filter(LogCorpusTest::isRead).count();

        assertThat(wrong.size() * 100L).as("wrong: " + wrong).isLessThanOrEqualTo(2 * (wrong.size() + right));
    }

    /** Built so that a backtracking matcher would need hours for one of them. */
    static Stream<String> hostileLines() {
        return Stream.of(
                "Device: ".repeat(LONG / 8) + "megaraid_disk_ sectors",
                "Device: /dev/" + " [x]".repeat(LONG / 4) + ", 1 unreadable sectors",
                "eid=1 class=statechange pool='x' " + "vdev=a vdev_state=".repeat(LONG / 18),
                "PD (e0x" + "Error on PD 0(e0x".repeat(LONG / 17),
                "to dev \"naa.1\" H:0x D:0x " + "failed H:0x0 ".repeat(LONG / 13),
                "sd 1:1:1:1: Sense Key : " + "1:".repeat(LONG / 2),
                "ata1.00: error: { " + "UN ".repeat(LONG / 3),
                "ata".repeat(LONG / 3) + " link failed disable",
                "md/raid1:md0: read error " + "md/raid:md: ".repeat(LONG / 12),
                " error, dev " + "critical medium error, dev a".repeat(LONG / 28),
                "IO operation at logical block address 1 for Disk 1 " + "was retrie ".repeat(LONG / 11) + "was retried",
                "XFS (" + "XFS (a): ".repeat(LONG / 9));
    }

    @ParameterizedTest
    @MethodSource("hostileLines")
    @Timeout(20)
    void aHostileLineIsReadInTimeThatGrowsWithItsLengthOnly(String line) {
        PATTERNS.read(line);
        long half = nanos(line.substring(0, line.length() / 2));
        long whole = nanos(line);

        assertThat(Duration.ofNanos(whole)).isLessThan(Duration.ofSeconds(2).plusNanos(20 * half));
    }

    private static long nanos(String line) {
        long begun = System.nanoTime();
        PATTERNS.read(line);
        return System.nanoTime() - begun;
    }

    private static boolean isRead(Line line) {
        return PATTERNS.read(line.text()).isPresent();
    }
}
