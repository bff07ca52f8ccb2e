package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.check.KnownDelegates;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A service task names a delegate that this application has. */
@Component
final class DelegatesExist implements Rule {

    @Override
    public String name() {
        return "known-delegate";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    private final KnownDelegates delegates;

    DelegatesExist(KnownDelegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public void check(Subject subject, Report report) {
        for (Element element : subject.diagram().elements()) {
            boolean isService = element.getLocalName().equals("serviceTask");
            if (element.hasAttributeNS(Diagram.CAMUNDA, "delegateExpression")) {
                check(element, isService, report);
            } else if (isService) {
                report.fault(element, "the service task names no delegate", fix());
            }
        }
    }

    private void check(Element element, boolean isService, Report report) {
        String expression = Diagram.camunda(element, "delegateExpression");
        String bean = Diagram.bean(element);
        Optional<KnownDelegate> delegate = delegates.find(bean);
        if (bean.isEmpty()) {
            report.fault(element, expression + " does not name one delegate", fix());
        } else if (delegate.isEmpty()) {
            report.fault(element, "there is no delegate " + bean, fix());
        } else if (delegate.get().onDevices() && !isService) {
            report.fault(element, bean + " acts on devices and needs a service task", "Make it a service task");
        }
    }

    private String fix() {
        return "Write camunda:delegateExpression=\"${bean}\" with one of: " + delegates.names();
    }
}
