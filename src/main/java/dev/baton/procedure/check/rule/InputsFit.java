package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.check.KnownDelegates;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Xml;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A step gives its delegate the inputs that it needs, and no others. */
@Component
final class InputsFit implements Rule {

    @Override
    public String name() {
        return "delegate-inputs";
    }

    @Override
    public Force force() {
        return Force.HOUSE;
    }

    private static final List<String> EVERY_DEVICE_STEP =
            List.of("targets", "concurrency", "batches", "maxFailures", "onFailure");

    private final KnownDelegates delegates;

    InputsFit(KnownDelegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public void check(Subject subject, Report report) {
        for (Element task : subject.diagram().all("serviceTask")) {
            delegates.find(Diagram.bean(task)).ifPresent(delegate -> check(task, delegate, report));
        }
    }

    private static void check(Element task, KnownDelegate delegate, Report report) {
        Set<String> given = given(task);
        Set<String> known = new TreeSet<>(delegate.onDevices() ? EVERY_DEVICE_STEP : List.of());
        Stream.of(delegate.inputs().getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(known::add);
        for (String name : given) {
            if (!known.contains(name)) {
                report.fault(
                        task, delegate.bean() + " has no input " + name, "Its inputs are " + String.join(", ", known));
            }
        }
        for (RecordComponent component : delegate.inputs().getRecordComponents()) {
            if (isRequired(component) && !given.contains(component.getName())) {
                report.fault(
                        task, delegate.bean() + " needs the input " + component.getName(), "Add the input parameter");
            }
        }
        if (delegate.onDevices() && !given.contains("targets")) {
            report.fault(task, delegate.bean() + " needs the input targets", "Add it, usually as ${targets}");
        }
    }

    private static Set<String> given(Element task) {
        Set<String> given = new TreeSet<>();
        for (Element element : Xml.descendants(task)) {
            if (Xml.is(element, Diagram.CAMUNDA, "inputParameter")) {
                given.add(element.getAttribute("name"));
            }
        }
        return given;
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class);
    }
}
