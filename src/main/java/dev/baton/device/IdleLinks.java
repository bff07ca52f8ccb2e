package dev.baton.device;

import dev.baton.inventory.InventoryDevice;
import dev.baton.run.RunCancelled;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the links that the steps of a run left healthy, for its next step on the same device; never for another run. */
@Component
class IdleLinks implements DeviceLinks, AutoCloseable {

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int MOST = 256;

    private final ProtocolLinks protocols;
    private final Duration patience;
    private final LongSupplier clock;
    private final Map<Place, Waiting> waiting = new LinkedHashMap<>();
    // Its own thread and not the watchdog's: a goodbye may have to wait for the device, and the watchdog ends it then.
    private final ScheduledThreadPoolExecutor closer = new ScheduledThreadPoolExecutor(
            1,
            work -> {
                Thread thread = new Thread(work, "device-idle-links");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    @Autowired
    IdleLinks(ProtocolLinks protocols, DeviceSettings settings) {
        this(protocols, settings.idleLinks(), System::nanoTime);
    }

    /** @param clock counts nanoseconds; it tells how old links are */
    IdleLinks(ProtocolLinks protocols, Duration patience, LongSupplier clock) {
        this.protocols = protocols;
        this.patience = patience;
        this.clock = clock;
        closer.setRemoveOnCancelPolicy(true);
    }

    /** What a link may be used for again. @param run id of the root process instance */
    record Place(String run, String device) {}

    /** @param end of its patience */
    private record Waiting(OpenedLink opened, Future<?> end) {}

    @Override
    public RunLink open(InventoryDevice device, String run) {
        Place place = new Place(run, device.name());
        OpenedLink kept = take(place);
        if (kept != null && isSame(kept.device(), device)) {
            return new LentLink(this, place, kept);
        }
        if (kept != null) {
            kept.link().close();
        }
        return new LentLink(this, place, new OpenedLink(device, protocols.open(device), clock.getAsLong()));
    }

    /** The very record: a reload of the inventory may stand for another credential behind the same name. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(InventoryDevice one, InventoryDevice other) {
        return one == other;
    }

    /** Whether the link waits here now; its user closes it otherwise. */
    boolean keep(Place place, OpenedLink opened) {
        boolean wanted = !patience.isZero() && clock.getAsLong() - opened.at() < OLDEST.toNanos();
        return wanted && opened.link().rest() && put(place, opened);
    }

    private synchronized boolean put(Place place, OpenedLink opened) {
        if (closer.isShutdown() || waiting.containsKey(place) || !roomFor(place.run())) {
            return false;
        }
        Future<?> end = closer.schedule(() -> expire(place, opened), patience.toNanos(), TimeUnit.NANOSECONDS);
        waiting.put(place, new Waiting(opened, end));
        return true;
    }

    /** When there are too many, the one goes that another run left longest ago: that run may have ended. */
    private boolean roomFor(String run) {
        if (waiting.size() < MOST) {
            return true;
        }
        Optional<Place> oldest = waiting.keySet().stream()
                .filter(place -> !place.run().equals(run))
                .findFirst();
        oldest.map(this::take).ifPresent(kept -> closer.execute(kept.link()::close));
        return oldest.isPresent();
    }

    private synchronized @Nullable OpenedLink take(Place place) {
        Waiting found = waiting.remove(place);
        if (found == null) {
            return null;
        }
        found.end().cancel(false);
        return found.opened();
    }

    private void expire(Place place, OpenedLink opened) {
        synchronized (this) {
            Waiting found = waiting.get(place);
            if (found == null || found.opened().link() != opened.link()) {
                return;
            }
            waiting.remove(place);
        }
        opened.link().close();
    }

    /** Closes what waits there. */
    void end(Place place) {
        OpenedLink kept = take(place);
        if (kept != null) {
            kept.link().close();
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void cancelled(RunCancelled event) {
        closer.execute(() -> end(place -> place.run().equals(event.run())));
    }

    private void end(Predicate<Place> which) {
        places().stream().filter(which).forEach(this::end);
    }

    private synchronized List<Place> places() {
        return List.copyOf(waiting.keySet());
    }

    /** How many links wait. */
    synchronized int count() {
        return waiting.size();
    }

    @Override
    public void close() {
        synchronized (this) {
            closer.shutdownNow();
        }
        end(place -> true);
    }
}
