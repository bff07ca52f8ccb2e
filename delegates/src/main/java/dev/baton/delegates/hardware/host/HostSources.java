package dev.baton.delegates.hardware.host;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Session;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a Linux host for what smartctl and mdadm know. */
public final class HostSources {

    public static final String SMART = "smartctl";
    public static final String ARRAYS = "mdadm";

    private static final int ABSENT = 127;
    private static final Set<Component> DRIVES = Set.of(Component.DRIVE);
    private static final Set<Component> BOTH = Set.of(Component.ARRAY, Component.DRIVE);

    private HostSources() {}

    public static List<Command> commands(Device device, boolean become) {
        return List.of(HostCommands.smart(device, become), HostCommands.arrays(device, become));
    }

    /**
     * What the host tells, and the counters of its drives.
     *
     * @param earlier the counters of the runs before
     */
    public static Host read(Session session, boolean become, SmartCounters earlier, Instant now) {
        List<Reading> readings = new ArrayList<>();
        Map<String, Part> drives = new HashMap<>();
        SmartCounters counters = earlier;
        Answer smart = session.send(HostCommands.smart(session.device(), become));
        if (!isAbsent(smart)) {
            SmartReport report = SmartReport.of(smart, session.device(), earlier, now);
            readings.add(report.reading());
            drives.putAll(report.byDevice());
            counters = report.counters();
        }
        arrays(session, session.send(HostCommands.arrays(session.device(), become)), drives)
                .ifPresent(readings::add);
        return new Host(readings, counters);
    }

    private static Optional<Reading> arrays(Session session, Answer answer, Map<String, Part> drives) {
        if (isAbsent(answer)) {
            return Optional.empty();
        }
        if (!answer.succeeded() || answer.truncated()) {
            return Optional.of(Reading.unreadable(ARRAYS, BOTH, "it ended with " + answer.ending()));
        }
        List<Part> parts = MdReport.parts(answer.output()).stream()
                .map(part -> part.component() == Component.DRIVE ? MdArrays.named(part, drives) : part)
                .toList();
        return Optional.of(MdReport.refusal(answer.output())
                .map(refusal ->
                        Reading.unreadable(ARRAYS, BOTH, session.device().name() + ": " + refusal))
                .orElseGet(() -> Reading.of(ARRAYS, BOTH, parts)));
    }

    private static boolean isAbsent(Answer answer) {
        return answer.exitStatus() != null && answer.exitStatus() == ABSENT;
    }

    static Reading unreadableDrives(String problem) {
        return Reading.unreadable(SMART, DRIVES, problem);
    }

    static Reading drives(List<Part> parts) {
        return Reading.of(SMART, DRIVES, parts);
    }

    /** What a host came to. */
    public record Host(List<Reading> readings, SmartCounters counters) {

        public Host {
            readings = List.copyOf(readings);
        }
    }
}
