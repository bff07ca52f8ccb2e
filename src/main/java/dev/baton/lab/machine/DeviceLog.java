package dev.baton.lab.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that reached a device, in its order: the device's own word when somebody doubts the journal. */
public final class DeviceLog {

    private final String device;
    private final @Nullable Path file;
    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();

    /** @param file where lines are appended too, one by one; null for memory only */
    public DeviceLog(String device, @Nullable Path file, Clock clock) {
        this.device = device;
        this.file = file;
        this.clock = clock;
    }

    /** To be called before the device acts. */
    public synchronized void add(String channel, String text) {
        Line line = new Line(clock.instant(), device, channel, text);
        lines.add(line);
        if (file != null) {
            append(file, line);
        }
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    private static void append(Path file, Line line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the log of a simulated device cannot be written: " + file, e);
        }
    }

    /**
     * One thing that reached the device.
     *
     * @param channel {@code login}, {@code exec}, {@code cli}, {@code sftp} or {@code snmp}
     */
    public record Line(Instant at, String device, String channel, String text) {

        /** One line of text with four fields divided by tabs. */
        @Override
        public String toString() {
            return at + "\t" + device + "\t" + channel + "\t"
                    + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
        }
    }
}
