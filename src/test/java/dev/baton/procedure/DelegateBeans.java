package dev.baton.procedure;

import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Effect;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The delegates on the class path by bean name, found without starting the application. */
final class DelegateBeans {

    private static final Map<String, Class<?>> TYPES = scan();

    private DelegateBeans() {}

    static Set<String> all() {
        return TYPES.keySet();
    }

    static boolean isOnDevices(ServiceTask task) {
        return DeviceDelegate.class.isAssignableFrom(TYPES.get(bean(task)));
    }

    static boolean isChanging(ServiceTask task) {
        return TYPES.get(bean(task)).getAnnotation(Delegate.class).effect() != Effect.READ;
    }

    static String bean(ServiceTask task) {
        return task.getCamundaDelegateExpression().replaceAll("[${}]", "");
    }

    private static Map<String, Class<?>> scan() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Delegate.class));
        return scanner.findCandidateComponents("dev.baton.delegates").stream()
                .collect(Collectors.toMap(DelegateBeans::name, DelegateBeans::type));
    }

    private static String name(BeanDefinition definition) {
        return AnnotationBeanNameGenerator.INSTANCE.generateBeanName(definition, null);
    }

    private static Class<?> type(BeanDefinition definition) {
        return ClassUtils.resolveClassName(definition.getBeanClassName(), DelegateBeans.class.getClassLoader());
    }
}
