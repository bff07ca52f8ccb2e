package dev.baton.finding;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.inventory.Inventory;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps one open finding for every device that the inventory allows old algorithms. */
@Component
class LegacyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyWatch.class);
    /** No run has found it. */
    private static final String NO_RUN = "";

    private static final int PAGE = 1_000;

    private final Inventory inventory;
    private final Findings findings;
    private final FindingViews views;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "baton-legacy-watch");
        created.setDaemon(true);
        return created;
    });

    LegacyWatch(Inventory inventory, Findings findings, FindingViews views) {
        this.inventory = inventory;
        this.findings = findings;
        this.views = views;
    }

    /** Every minute, so that a reload of the inventory shows soon. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        look(LocalDate.now(ZoneOffset.UTC));
                    } catch (DataAccessException e) {
                        LOG.warn("The findings about old algorithms could not be brought up to date", e);
                    }
                },
                0,
                1,
                TimeUnit.MINUTES);
    }

    void look(LocalDate today) {
        Map<String, FindingView> open = open();
        inventory.devices().forEach(device -> {
            FindingView known = open.remove(device.name());
            Optional<Finding> marked = LegacyMarks.finding(device, today);
            if (marked.isPresent() && (known == null || !says(known, marked.get()))) {
                findings.report(NO_RUN, marked.get());
            } else if (marked.isEmpty() && known != null) {
                findings.resolve(NO_RUN, device.name(), LegacyMarks.KIND);
            }
        });
        open.keySet().forEach(gone -> findings.resolve(NO_RUN, gone, LegacyMarks.KIND));
    }

    private static boolean says(FindingView known, Finding finding) {
        return known.severity() == finding.severity() && known.message().equals(finding.message());
    }

    private Map<String, FindingView> open() {
        FindingFilter filter = new FindingFilter(null, LegacyMarks.KIND, FindingState.OPEN, null, null);
        Map<String, FindingView> open = new HashMap<>();
        FindingPage page;
        int number = 0;
        do {
            page = views.list(filter, number++, PAGE);
            page.items().forEach(finding -> open.put(finding.device(), finding));
        } while (page.items().size() == PAGE);
        return open;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
