package dev.baton.lab.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The services of a host, and the one among them that does not survive its update. */
final class Services {

    private static final int RESTARTS_THAT_HELP = 2;

    private final Map<String, Boolean> running = new TreeMap<>();
    private final @Nullable String fragile;
    private final Runnable onNoticed;
    private boolean broken;
    private boolean noticed;
    private int restarts;

    /**
     * @param fragile the service that breaks at its first update; null when none does
     * @param onNoticed called once when somebody sees that it is broken
     */
    Services(List<String> names, @Nullable String fragile, Runnable onNoticed) {
        names.forEach(name -> running.put(name, true));
        this.fragile = fragile;
        this.onNoticed = onNoticed;
    }

    synchronized List<String> names() {
        return List.copyOf(running.keySet());
    }

    synchronized boolean exists(String unit) {
        return running.containsKey(unit);
    }

    synchronized boolean isRunning(String unit) {
        notice();
        return running.getOrDefault(unit, false);
    }

    /** Those that failed, for somebody who looks. */
    synchronized List<String> failed() {
        notice();
        return running.keySet().stream()
                .filter(unit -> broken && unit.equals(fragile))
                .toList();
    }

    /** A new version was installed and restarted: the first one breaks the fragile service, the next one cures it. */
    synchronized void updated(String unit) {
        if (unit.equals(fragile)) {
            broken = !broken && !noticed;
            running.put(unit, !broken);
        }
    }

    /** Starts or restarts; false when the service fails. */
    synchronized boolean restart(String unit) {
        if (broken && unit.equals(fragile)) {
            restarts++;
            broken = restarts < RESTARTS_THAT_HELP;
        }
        boolean started = !(broken && unit.equals(fragile));
        running.put(unit, started);
        return started;
    }

    synchronized void stop(String unit) {
        running.put(unit, false);
    }

    /** Puts everything right, as a clean installation does, or the version from before. */
    synchronized void repair(String unit) {
        if (unit.equals(fragile)) {
            broken = false;
        }
        running.put(unit, true);
    }

    synchronized void boot() {
        running.replaceAll((unit, was) -> !(broken && unit.equals(fragile)));
    }

    private void notice() {
        if (broken && !noticed) {
            noticed = true;
            onNoticed.run();
        }
    }
}
