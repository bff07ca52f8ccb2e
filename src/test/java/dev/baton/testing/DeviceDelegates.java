package dev.baton.testing;

import dev.baton.action.ConfigStore;
import dev.baton.action.Decisions;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.FetchedFiles;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.SourceFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Device delegates as the application has them, over the given ports. */
public final class DeviceDelegates {

    private DeviceDelegates() {}

    public static DeviceDelegate<?> named(String bean, SourceFiles sources, FetchedFiles fetched, ConfigStore configs) {
        return named(bean, sources, fetched, configs, new RememberedObservations());
    }

    public static DeviceDelegate<?> named(
            String bean, SourceFiles sources, FetchedFiles fetched, ConfigStore configs, Observations observations) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(SourceFiles.class, () -> sources);
            context.registerBean(FetchedFiles.class, () -> fetched);
            context.registerBean(ConfigStore.class, () -> configs);
            context.registerBean(Findings.class, RememberedFindings::new);
            context.registerBean(Observations.class, () -> observations);
            context.registerBean(Decisions.class, ShippedDecisions::new);
            context.scan(
                    "dev.baton.delegates.transfer",
                    "dev.baton.delegates.command",
                    "dev.baton.delegates.config",
                    "dev.baton.delegates.netconf",
                    "dev.baton.delegates.backup",
                    "dev.baton.delegates.firmware",
                    "dev.baton.delegates.vulnerability",
                    "dev.baton.delegates.compliance");
            context.refresh();
            return context.getBean(bean, DeviceDelegate.class);
        }
    }
}
