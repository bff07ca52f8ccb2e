package dev.baton.procedure.check;

import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The delegates of this application: beans that describe themselves, and no other bean. */
@Component
public class KnownDelegates {

    private final ListableBeanFactory beans;

    public KnownDelegates(ListableBeanFactory beans) {
        this.beans = beans;
    }

    public Optional<KnownDelegate> find(String bean) {
        if (bean.isEmpty() || !beans.containsBean(bean)) {
            return Optional.empty();
        }
        Delegate described = beans.findAnnotationOnBean(bean, Delegate.class);
        boolean onDevices = beans.isTypeMatch(bean, DeviceDelegate.class);
        if (described == null || (!onDevices && !beans.isTypeMatch(bean, JavaDelegate.class))) {
            return Optional.empty();
        }
        return Optional.of(new KnownDelegate(
                bean, described.name(), described.description(), described.effect(), described.inputs(), onDevices));
    }

    /** Their names, for people who mistyped one. */
    public String names() {
        return String.join(", ", new TreeSet<>(List.of(beans.getBeanNamesForAnnotation(Delegate.class))));
    }
}
