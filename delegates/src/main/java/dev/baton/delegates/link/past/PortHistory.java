package dev.baton.delegates.link.past;

import dev.baton.action.ConfigStore;
import dev.baton.action.DeviceChanges;
import dev.baton.action.DeviceChanges.DeviceChange;
import dev.baton.delegates.link.read.PortName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks what was changed around the time when a port lost its link. */
@Component
public final class PortHistory {

    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_RUNS = 4;
    private static final int MOST_LINES = 8;

    private final DeviceChanges changes;
    private final ConfigStore configs;

    public PortHistory(DeviceChanges changes, ConfigStore configs) {
        this.changes = changes;
        this.configs = configs;
    }

    /** @param secondsDown negative when nobody knows: then the last day is looked at, and nothing is concluded from it */
    public PortChanges of(String device, String port, long secondsDown, Instant now) {
        boolean known = secondsDown >= 0;
        Instant lost = now.minusSeconds(Math.max(0, secondsDown));
        List<DeviceChange> runs = changes.between(
                device, known ? lost.minus(BEFORE) : now.minus(DAY), known ? lost.plus(AFTER) : now, MOST_RUNS);
        Optional<ConfigStore.Change> change = configs.lastChange(device);
        List<String> lines = change.map(last -> about(last, port)).orElse(List.of());
        boolean named = runs.stream().anyMatch(run -> names(run, port));
        boolean configured = !lines.isEmpty()
                && Duration.between(lost, change.orElseThrow().at()).abs().compareTo(DAY) <= 0;
        String word = !known ? "unknown" : named ? "port" : configured ? "config" : runs.isEmpty() ? "none" : "device";
        return new PortChanges(word, told(runs, port, known), told(change, lines));
    }

    private static boolean names(DeviceChange run, String port) {
        return run.commands().lines().anyMatch(line -> PortName.in(line, port));
    }

    private static String told(List<DeviceChange> runs, String port, boolean known) {
        String when = known ? "around that time" : "in the last day";
        return runs.isEmpty()
                ? "none " + when
                : when + "\n"
                        + runs.stream()
                                .map(run -> run.run() + " of " + run.requester() + " (" + run.procedure() + ", "
                                        + run.delegate() + ") at " + run.at() + ": " + run.state()
                                        + (names(run, port) ? ", it names the port" : ""))
                                .collect(Collectors.joining("\n"));
    }

    private static String told(Optional<ConfigStore.Change> change, List<String> lines) {
        if (change.isEmpty()) {
            return "not visible: fewer than two backups";
        }
        ConfigStore.Change last = change.get();
        String where = last.at() + " in " + last.run() + " (" + last.reason() + ")";
        return lines.isEmpty()
                ? "the last change, " + last.at() + ", does not name it"
                : where + "\n" + String.join("\n", lines);
    }

    /** The lines that went or came, and name the port or stand below a line that does. */
    private static List<String> about(ConfigStore.Change change, String port) {
        List<String> about = new ArrayList<>();
        String heading = "";
        for (String line : change.lines()) {
            String text = line.isEmpty() ? "" : line.substring(1);
            boolean changed = line.startsWith("+") || line.startsWith("-");
            boolean below = !heading.isEmpty() && indent(text) > indent(heading) && !line.startsWith("@@");
            if (PortName.in(text, port)) {
                heading = text;
            } else if (!below) {
                heading = "";
            }
            if (changed && !heading.isEmpty()) {
                about.add(line);
            }
        }
        return about.size() <= MOST_LINES ? about : about.subList(0, MOST_LINES);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
