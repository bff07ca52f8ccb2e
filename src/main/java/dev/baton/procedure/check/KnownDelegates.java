package dev.baton.procedure.check;

import dev.baton.action.Delegate;
import dev.baton.engine.expression.Delegates;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** What the delegates of this application say of themselves. */
@Component
public class KnownDelegates {

    private final Delegates delegates;
    private final ListableBeanFactory beans;

    public KnownDelegates(Delegates delegates, ListableBeanFactory beans) {
        this.delegates = delegates;
        this.beans = beans;
    }

    public Optional<KnownDelegate> find(String bean) {
        boolean onDevices = delegates.isDeviceDelegate(bean);
        if (!onDevices && !delegates.isStepDelegate(bean)) {
            return Optional.empty();
        }
        return Optional.ofNullable(beans.findAnnotationOnBean(bean, Delegate.class))
                .map(described -> new KnownDelegate(
                        bean,
                        described.name(),
                        described.description(),
                        described.effect(),
                        described.inputs(),
                        onDevices));
    }

    /** Their names, for people who mistyped one. */
    public String names() {
        return String.join(", ", new TreeSet<>(List.of(beans.getBeanNamesForAnnotation(Delegate.class))));
    }
}
