package dev.baton.testing;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Stored;
import dev.baton.action.ConfigStore;
import dev.baton.action.DeviceChanges;
import dev.baton.action.Findings;
import dev.baton.action.HostKeys;
import dev.baton.action.Observations;
import dev.baton.action.Relations;
import dev.baton.action.TargetSets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The step delegates as the application has them, over the given ports. */
final class StepDelegates {

    private StepDelegates() {}

    static Map<Object, Object> over(TargetSets sets, Findings findings, HostKeys keys) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(TargetSets.class, () -> sets);
            context.registerBean(Findings.class, () -> findings);
            context.registerBean(HostKeys.class, () -> keys);
            context.scan(
                    "dev.baton.delegates.targets",
                    "dev.baton.delegates.archive",
                    "dev.baton.delegates.finding",
                    "dev.baton.delegates.trust",
                    "dev.baton.delegates.link",
                    "dev.baton.delegates.reach",
                    "dev.baton.delegates.approval");
            context.registerBean(Relations.class, SpelledRelations::new);
            context.registerBean(Observations.class, RememberedObservations::new);
            context.registerBean(
                    ConfigArchive.class,
                    () -> new RememberedArchive(
                            new Stored("web1", "linux", 1, "", ""), new Stored("web2", "linux", 1, "", "")));
            context.registerBean(ConfigStore.class, KeptConfigs::new);
            context.registerBean(DeviceChanges.class, () -> (device, from, to, most) -> List.of());
            context.refresh();
            return new HashMap<>(context.getBeansOfType(JavaDelegate.class));
        }
    }
}
