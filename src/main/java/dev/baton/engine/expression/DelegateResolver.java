package dev.baton.engine.expression;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Finds delegates by name. */
final class DelegateResolver extends ReadOnlyResolver {

    private final Delegates delegates;

    DelegateResolver(Delegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        Object bean = delegates.find(name);
        if (bean != null) {
            context.setPropertyResolved(true);
        }
        return bean;
    }
}
