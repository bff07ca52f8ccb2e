package dev.baton.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures rounds. */
final class Meter {

    /** Something that works on a number of devices. */
    interface Side {
        void run(int devices) throws Exception;
    }

    private static final OperatingSystemMXBean JVM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Database database;

    Meter(Database database) {
        this.database = database;
    }

    Round measure(int devices, Side side) throws Exception {
        double databaseBefore = database.cpuSeconds();
        long jvmBefore = JVM.getProcessCpuTime();
        long begun = System.nanoTime();
        side.run(devices);
        long ended = System.nanoTime();
        double jvm = (JVM.getProcessCpuTime() - jvmBefore) / 1e9;
        return new Round(devices, (ended - begun) / 1e9, jvm, database.cpuSeconds() - databaseBefore);
    }
}
