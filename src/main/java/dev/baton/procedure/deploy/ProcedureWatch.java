package dev.baton.procedure.deploy;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deploys the procedures before the server accepts requests and jobs run, then watches the outside folder. */
@Component
final class ProcedureWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureWatch.class);

    private final ProcedureFiles procedures;
    private final FolderFiles folder;
    private final ProcedureSettings settings;
    private Map<String, String> seen = Map.of();
    private @Nullable Map<String, String> deployed;
    private @Nullable ScheduledExecutorService poller;

    ProcedureWatch(ProcedureFiles procedures, FolderFiles folder, ProcedureSettings settings) {
        this.procedures = procedures;
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        seen = digests();
        deploy(seen);
        poller = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "baton-procedures"));
        if (folder.watched()) {
            long pause = settings.poll().toMillis();
            poller.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (poller != null) {
            poller.shutdownNow();
            poller = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return poller != null;
    }

    /** Before the web server, which starts in one of the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** A file that is still being written differs from look to look, so only what two looks saw alike is deployed. */
    private synchronized void look() {
        try {
            Map<String, String> now = digests();
            if (now.equals(seen) && !now.equals(deployed)) {
                deploy(now);
            }
            seen = now;
        } catch (RuntimeException e) {
            LOG.error("The procedures could not be deployed; they are tried again", e);
        }
    }

    private void deploy(Map<String, String> files) {
        if (procedures.apply()) {
            deployed = files;
        }
    }

    private Map<String, String> digests() {
        return folder.read().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> file.getValue().digest()));
    }
}
