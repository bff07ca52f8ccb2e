package dev.baton.device.net;

import dev.baton.device.Deadlines;
import dev.baton.device.Deadlines.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One command under way: the time it has, and what is closed when that is over, it is cancelled, or it has ended. */
public final class Exchange implements AutoCloseable {

    private final Deadline deadline;
    private final List<Closeable> open = new ArrayList<>();
    private boolean ended;

    public Exchange(Deadlines deadlines, Duration limit) {
        deadline = deadlines.start(limit, this::end);
    }

    /** Closes the resource with the exchange; at once if that has ended. Closing must not block. */
    public synchronized <C extends Closeable> C guard(C resource) throws IOException {
        if (ended) {
            resource.close();
            throw new SocketTimeoutException("it was ended before");
        }
        open.add(resource);
        return resource;
    }

    /** What is left in milliseconds, for a socket. */
    public int millisLeft() throws SocketTimeoutException {
        long left = deadline.left().toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("no time is left");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    /** Whether the time is over. */
    public boolean late() {
        return deadline.expired() || deadline.left().isZero();
    }

    public synchronized boolean ended() {
        return ended;
    }

    /** From any thread: what waits on a guarded resource fails at once. */
    synchronized void end() {
        ended = true;
        for (Closeable resource : open) {
            try {
                resource.close();
            } catch (IOException e) {
                // It is gone either way.
                continue;
            }
        }
        open.clear();
    }

    @Override
    public void close() {
        deadline.close();
        end();
    }
}
