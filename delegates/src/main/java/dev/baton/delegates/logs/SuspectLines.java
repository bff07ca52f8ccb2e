package dev.baton.delegates.logs;

import dev.baton.action.Command;
import dev.baton.action.Session;
import dev.baton.delegates.logs.drive.Drive;
import dev.baton.delegates.logs.drive.Drives;
import dev.baton.delegates.logs.pattern.LogPatterns;
import dev.baton.delegates.logs.pattern.Place;
import dev.baton.delegates.logs.pattern.Signal;
import dev.baton.delegates.logs.source.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines that speak of a drive in trouble. */
record SuspectLines(List<Said> all) {

    /** Tells the boot whose names of drives hold now. */
    static final Command BOOT = Command.exec("cat /proc/sys/kernel/random/boot_id");

    /** One line and what it says. */
    record Said(Signal signal, LogLine line) {}

    static SuspectLines among(List<LogLine> lines) {
        List<Said> found = new ArrayList<>();
        for (LogLine line : lines) {
            LogPatterns.shipped().read(line.text()).ifPresent(signal -> found.add(new Said(signal, line)));
        }
        return new SuspectLines(found);
    }

    static String boot(Session session) {
        return session.send(BOOT).output().strip().replace("-", "");
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int count() {
        return all.size();
    }

    void addTo(Memory memory, Drives drives, String boot, Instant now) {
        for (Said said : all) {
            memory.of(meant(said, drives, boot), now)
                    .ifPresent(evidence -> evidence.add(said.signal(), said.line(), now));
        }
    }

    /** Names of drives hold for one boot only; a drive of an earlier one keeps the name that it had. */
    private static Drive meant(Said said, Drives drives, String boot) {
        Place place = said.signal().place();
        boolean earlier = !said.line().boot().isEmpty()
                && !boot.isEmpty()
                && !said.line().boot().equals(boot);
        if (earlier && place.type() != Place.Type.BAY) {
            return unknown(place, place.value() + " of an earlier boot");
        }
        return drives.at(place).orElseGet(() -> unknown(place, place.value()));
    }

    private static Drive unknown(Place place, String name) {
        return place.type() == Place.Type.BAY
                ? new Drive("a drive", "", "", "", "", place.value())
                : new Drive(name, "", "", "", "", "");
    }
}
