package dev.baton.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** CPU seconds of processes, as Linux counts them. */
final class CpuTime {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED = 13;
    private static final int SYSTEM_OF_ENDED = 14;

    private CpuTime() {}

    static double own(ProcessHandle process) {
        return seconds(process, USER, SYSTEM);
    }

    /** Of the children that a process has seen end, and of theirs. */
    static double ofEndedChildren(ProcessHandle process) {
        return seconds(process, USER_OF_ENDED, SYSTEM_OF_ENDED);
    }

    private static double seconds(ProcessHandle process, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field : fields) {
                ticks += Double.parseDouble(words[field]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
