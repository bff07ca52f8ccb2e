package dev.baton.delegates.template;

import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import java.util.List;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Finds every delegate of the module. */
final class Delegates {

    private Delegates() {}

    static List<Found> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Delegate.class));
        return scanner.findCandidateComponents("dev.baton.delegates").stream()
                .map(definition -> Found.of(ClassUtils.resolveClassName(definition.getBeanClassName(), null)))
                .toList();
    }

    record Found(String bean, Class<?> type, Delegate description) {

        static Found of(Class<?> type) {
            return new Found(type.getAnnotation(Component.class).value(), type, type.getAnnotation(Delegate.class));
        }

        boolean actsOnDevices() {
            return DeviceDelegate.class.isAssignableFrom(type);
        }
    }
}
