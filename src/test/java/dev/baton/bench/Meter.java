package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures rounds: this JVM, the programs that it has run, and the database. */
final class Meter {

    /** Something that works on a number of devices. */
    interface Side {
        void run(int devices) throws Exception;
    }

    private static final OperatingSystemMXBean JVM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Database database;
    private final int warmUp;
    private final int rounds;

    Meter(Database database) {
        this(database, 2);
    }

    Meter(Database database, int warmUp) {
        this(database, warmUp, Integer.getInteger("bench.rounds", 5));
    }

    /** @param warmUp rounds that do not count, before so many that do */
    Meter(Database database, int warmUp, int rounds) {
        this.database = database;
        this.warmUp = Integer.getInteger("bench.warm-up", warmUp);
        this.rounds = rounds;
    }

    int warmUp() {
        return warmUp;
    }

    int rounds() {
        return rounds;
    }

    Round measure(int devices, Side side) throws Exception {
        double databaseBefore = database.cpuSeconds();
        double before = cpuSeconds();
        long begun = System.nanoTime();
        side.run(devices);
        long ended = System.nanoTime();
        double own = cpuSeconds() - before;
        return new Round(devices, (ended - begun) / 1e9, own, database.cpuSeconds() - databaseBefore);
    }

    private static double cpuSeconds() {
        return JVM.getProcessCpuTime() / 1e9 + CpuTime.ofEndedChildren(ProcessHandle.current());
    }
}
