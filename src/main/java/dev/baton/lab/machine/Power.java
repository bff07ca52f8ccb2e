package dev.baton.lab.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Whether a device runs; a reboot ends everything that it is doing and brings it back a moment later. */
public final class Power {

    private static final Duration GRACE = Duration.ofMillis(150);
    private static final Duration BOOT = Duration.ofSeconds(3);

    private final ScheduledExecutorService timer;
    private volatile CountDownLatch off = new CountDownLatch(1);
    private volatile Runnable down = () -> {};
    private volatile Runnable up = () -> {};

    public Power(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** What to do when the device goes away, and when it is back. */
    public void onReboot(Runnable goesDown, Runnable comesUp) {
        this.down = goesDown;
        this.up = comesUp;
    }

    public boolean isOn() {
        return off.getCount() > 0;
    }

    /** Goes away in a moment, so that the answer to the command that asked for it may still leave. */
    public void reboot() {
        var unused = timer.schedule(this::goDown, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets time pass for work that takes some; false when the device went down meanwhile. */
    public boolean work(Duration duration) {
        try {
            return !off.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void goDown() {
        if (!isOn()) {
            return;
        }
        off.countDown();
        down.run();
        var unused = timer.schedule(this::comeUp, BOOT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void comeUp() {
        off = new CountDownLatch(1);
        up.run();
    }
}
