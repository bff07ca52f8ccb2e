package dev.baton.backup;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets the mirror catch up after every new revision, and again and again in case it failed. */
@Component
class MirrorJob {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorJob.class);

    private final GitMirror mirror;
    private final BackupSettings settings;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "baton-backup-mirror");
        created.setDaemon(true);
        return created;
    });

    MirrorJob(GitMirror mirror, BackupSettings settings) {
        this.mirror = mirror;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        long interval = settings.mirrorInterval().toMillis();
        thread.scheduleWithFixedDelay(this::catchUp, 0, interval, TimeUnit.MILLISECONDS);
    }

    /** After the commit: what was rolled back must not reach the repository. */
    @TransactionalEventListener(RevisionKept.class)
    void call() {
        if (called.compareAndSet(false, true)) {
            try {
                thread.execute(this::catchUp);
            } catch (RejectedExecutionException closing) {
                LOG.debug("the mirror is closing; the next start catches up");
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void catchUp() {
        called.set(false);
        try {
            int written = mirror.catchUp();
            if (written > 0) {
                LOG.info("Mirrored {} configuration revisions into {}", written, settings.repository());
            }
        } catch (IOException | RuntimeException e) {
            // Whatever it was, the next round must come: an exception would end the schedule for good.
            LOG.warn("Cannot mirror configurations into {}, trying again: {}", settings.repository(), e.toString());
        }
    }
}
