package dev.baton.engine;

import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import dev.baton.engine.expression.Delegates;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** Finds delegates among the application's beans: those that describe themselves, and no other bean. */
@Component
final class DelegateBeans implements Delegates {

    private final ListableBeanFactory beans;

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean isDeviceDelegate(String name) {
        return isDelegate(name, DeviceDelegate.class);
    }

    @Override
    public boolean isStepDelegate(String name) {
        return isDelegate(name, JavaDelegate.class);
    }

    private boolean isDelegate(String name, Class<?> kind) {
        return beans.containsBean(name)
                && beans.isTypeMatch(name, kind)
                && beans.findAnnotationOnBean(name, Delegate.class) != null;
    }

    @Override
    public @Nullable Object find(String name) {
        return isStepDelegate(name) || isDeviceDelegate(name) ? beans.getBean(name) : null;
    }
}
