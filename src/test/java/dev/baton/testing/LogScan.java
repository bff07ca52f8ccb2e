package dev.baton.testing;

import dev.baton.action.Decisions;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.device.DeviceLink;
import dev.baton.inventory.InventoryDevice;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The log scan as the application has it, over one real link; what it saw is kept for its next look. */
public final class LogScan implements AutoCloseable {

    private final InventoryDevice device;
    private final DelegateSession session;
    private final RememberedObservations observations = new RememberedObservations();
    private final DeviceDelegate<?> delegate;

    public LogScan(InventoryDevice device, Supplier<DeviceLink> links) {
        this.device = device;
        this.session = new DelegateSession(device, links);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Observations.class, () -> observations);
            context.registerBean(Findings.class, RememberedFindings::new);
            context.registerBean(Decisions.class, () -> new ShippedDecisions());
            context.scan("dev.baton.delegates.logs");
            context.refresh();
            delegate = context.getBean("scanDriveLogs", DeviceDelegate.class);
        }
    }

    /** What another look at the device saw before. */
    public LogScan after(Result other) {
        keep(other);
        return this;
    }

    public Result look(Map<String, ?> inputs) {
        Result result = session.perform(delegate, inputs);
        keep(result);
        return result;
    }

    private void keep(Result result) {
        result.observations().forEach(seen -> observations.keep(device.device().name(), seen, Instant.now()));
    }

    @Override
    public void close() {
        session.close();
    }
}
