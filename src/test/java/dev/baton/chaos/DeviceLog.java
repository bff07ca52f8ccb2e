package dev.baton.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the devices say that they did. */
final class DeviceLog {

    static final String FILE = "devices.log";

    private final List<Act> acts = new ArrayList<>();

    /** One change of a device from its begin to its end, in milliseconds. */
    record Act(String device, String label, long begin, long end) {}

    /** Two changes of one device at the same time. */
    record Overlap(Act first, Act second) {}

    private DeviceLog() {}

    static DeviceLog read(Path folder) throws IOException {
        DeviceLog log = new DeviceLog();
        Map<String, Deque<Long>> begun = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve(FILE))) {
            String[] words = line.split(" ");
            String device = words[2];
            String label = words[3];
            Deque<Long> begins = begun.computeIfAbsent(device + " " + label, key -> new ArrayDeque<>());
            if (words[1].equals("begin")) {
                begins.add(Long.valueOf(words[0]));
            } else if (words[1].equals("end")) {
                log.acts.add(new Act(device, label, begins.remove(), Long.parseLong(words[0])));
            }
        }
        begun.forEach((key, begins) -> begins.forEach(begin -> {
            String[] words = key.split(" ");
            log.acts.add(new Act(words[0], words[1], begin, Long.MAX_VALUE));
        }));
        log.acts.sort(Comparator.comparing(Act::device).thenComparingLong(Act::begin));
        return log;
    }

    /** In the order in which they began. */
    List<Act> acts(String device, String label) {
        return acts.stream()
                .filter(act -> act.device().equals(device) && act.label().equals(label))
                .toList();
    }

    List<Overlap> overlaps() {
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 1; i < acts.size(); i++) {
            Act before = acts.get(i - 1);
            Act act = acts.get(i);
            if (before.device().equals(act.device()) && act.begin() < before.end()) {
                overlaps.add(new Overlap(before, act));
            }
        }
        return overlaps;
    }
}
