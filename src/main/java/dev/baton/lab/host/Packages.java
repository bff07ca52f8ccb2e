package dev.baton.lab.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** The packages of a host and the newer ones that the archive has for it. */
final class Packages {

    private final Map<String, String> installed = new TreeMap<>();
    private final List<Update> pending = new ArrayList<>();
    private final List<Update> done = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    Packages(Collection<Update> updates) {
        updates.forEach(this::publish);
    }

    /** Lets the archive offer an update. */
    synchronized void publish(Update update) {
        pending.add(update);
        if (update.from() != null) {
            installed.putIfAbsent(update.name(), update.from());
        }
    }

    /** What is offered and not held. */
    synchronized List<Update> pending() {
        return pending.stream().filter(update -> !update.held()).toList();
    }

    /** What is offered, held or not. */
    synchronized List<Update> offered() {
        return List.copyOf(pending);
    }

    synchronized List<String> held() {
        return pending.stream().filter(Update::held).map(Update::name).toList();
    }

    /** The update that brought a package from this version to the one that is installed. */
    synchronized Optional<Update> broughtFrom(String name, String version) {
        return done.stream()
                .filter(update -> update.name().equals(name)
                        && version.equals(update.from())
                        && update.to().equals(installed.get(name)))
                .findFirst();
    }

    /** Goes back to the versions from before; the newest version of each is offered again. */
    synchronized void takeBack(Collection<Update> updates) {
        for (Update update : updates) {
            String before = String.valueOf(update.from());
            installed.put(update.name(), before);
            done.remove(update);
            Update newest = pending.stream()
                    .filter(offered -> offered.name().equals(update.name()))
                    .reduce(update, (first, second) -> second);
            pending.removeIf(offered -> offered.name().equals(update.name()));
            pending.add(newest.since(before));
        }
    }

    synchronized Map<String, String> installed() {
        return Map.copyOf(installed);
    }

    /** The pending updates of some installed packages and of what they require, in the archive's order. */
    synchronized List<Update> pendingOf(Collection<String> names) {
        Set<String> wanted = new LinkedHashSet<>();
        pending.stream()
                .filter(update -> names.contains(update.name()) && update.from() != null)
                .forEach(update -> {
                    wanted.add(update.name());
                    Optional.ofNullable(update.requires()).ifPresent(wanted::add);
                });
        return pending.stream().filter(update -> wanted.contains(update.name())).toList();
    }

    synchronized void install(Collection<Update> updates) {
        updates.forEach(update -> installed.put(update.name(), update.to()));
        pending.removeAll(updates);
        done.addAll(updates);
    }

    /** Waits for the lock of the package manager. @return whether it was had in time */
    boolean lock(long seconds) {
        try {
            return lock.tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void unlock() {
        lock.unlock();
    }
}
