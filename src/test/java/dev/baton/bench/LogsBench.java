package dev.baton.bench;

import dev.baton.delegates.logs.pattern.LogPatterns;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The patterns of the log scan over lines of a busy host, one in two hundred of which speaks of a drive, on one core. */
@Tag("bench")
@Tag("logs")
class LogsBench {

    private static final int LINES = Integer.getInteger("bench.lines", 500_000);
    private static final int LEAST_A_SECOND = 100_000;
    private static final int ONE_IN = 200;
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 3);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private static final List<String> QUIET = List.of(
            "[UFW BLOCK] IN=eno1 OUT= MAC=00:11:22:33:44:55:66:77:88:99:aa:bb:08:00 SRC=203.0.113.9 DST=192.0.2.10 LEN=40"
                    + " TOS=0x00 PREC=0x00 TTL=243 ID=%d PROTO=TCP SPT=51234 DPT=23 WINDOW=1024 RES=0x00 SYN URGP=0",
            "sd 2:0:0:0: [sdc] tag#%d Sense Key : No Sense [current]",
            "ata3: SATA link up 6.0 Gbps (SStatus 133 SControl 300) %d",
            "audit: type=1400 audit(%d.123:42): apparmor=\"STATUS\" operation=\"profile_load\" name=\"/usr/sbin/ntpd\"",
            "smartd[812]: Device: /dev/sda [SAT], SMART Usage Attribute: 194 Temperature_Celsius changed from 64 to %d",
            "md: md0: data-check done %d.",
            "usb 1-2: USB disconnect, device number %d",
            "megaraid_sas 0000:02:00.0: %d (1s/0x0020/info) - Patrol Read complete");
    private static final String LOUD = "critical medium error, dev sdb, sector %d op 0x0:(READ) flags 0x0 phys_seg 1";

    @Test
    void linesASecond() throws Exception {
        List<String> lines = lines();
        List<Round> rounds = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Round measured = measure(lines);
            if (round >= 0) {
                rounds.add(measured);
            }
        }
        Report report = new Report("logs");
        report.value(
                LINES + " lines of a log, lines per second of one core",
                new Rounds(rounds),
                round -> round.devices() / round.ownSeconds(),
                Goal.atLeast(LEAST_A_SECOND));
        report.write();
    }

    private static Round measure(List<String> lines) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        read(lines);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Round(LINES, seconds, (threads.getCurrentThreadCpuTime() - cpuBefore) / 1e9, 0);
    }

    private static void read(List<String> lines) {
        long found = lines.stream()
                .filter(line -> LogPatterns.shipped().read(line).isPresent())
                .count();
        if (found != LINES / ONE_IN) {
            throw new IllegalStateException(found + " lines speak of a drive, not " + LINES / ONE_IN);
        }
    }

    private static List<String> lines() {
        Random random = new Random(1);
        return IntStream.range(0, LINES)
                .mapToObj(number -> (number % ONE_IN == 0 ? LOUD : QUIET.get(number % QUIET.size()))
                        .formatted(random.nextInt(1_000_000)))
                .toList();
    }
}
