package dev.baton.procedure;

import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.check.KnownDelegates;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Form;
import dev.baton.procedure.source.SourceFile;
import dev.baton.procedure.source.UnreadableFileException;
import dev.baton.procedure.source.Xml;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a diagram says about its procedure. */
final class Description {

    private static final Pattern OWNER = Pattern.compile("\\bOwner:\\s*([^.\\n]+)");
    private static final Pattern SOP = Pattern.compile("\\bSOP:\\s*([A-Za-z0-9-]+)");
    private static final Set<String> NO_STEPS =
            Set.of("sequenceFlow", "laneSet", "dataObjectReference", "dataStoreReference");

    private final Bundle bundle;

    Description(Bundle bundle) {
        this.bundle = bundle;
    }

    String name() {
        return process()
                .map(process -> process.getAttribute("name"))
                .filter(name -> !name.isBlank())
                .orElse(bundle.key());
    }

    String documentation() {
        return process().map(Diagram::documentation).orElse("");
    }

    String owner() {
        return find(OWNER);
    }

    String sop() {
        return find(SOP);
    }

    /** Everything that can happen, in document order, that of sub processes included. */
    List<ProcedureDetails.Step> steps() {
        return process().stream()
                .flatMap(process -> Xml.descendants(process).stream())
                .filter(Description::isStep)
                .map(Description::step)
                .toList();
    }

    /** The fields that a person fills in to start it. */
    List<Form.Field> inputs() {
        return process().stream()
                .flatMap(process -> Xml.children(process, Diagram.BPMN, "startEvent").stream())
                .map(start -> Diagram.camunda(start, "formRef"))
                .filter(form -> !form.isEmpty())
                .findFirst()
                .flatMap(this::form)
                .map(Form::fields)
                .orElse(List.of());
    }

    List<KnownDelegate> delegates(KnownDelegates known) {
        return steps().stream()
                .map(ProcedureDetails.Step::delegate)
                .distinct()
                .flatMap(bean -> known.find(bean).stream())
                .toList();
    }

    private Optional<Form> form(String id) {
        return bundle.forms().stream()
                .flatMap(Description::parsed)
                .filter(form -> form.id().equals(id))
                .findFirst();
    }

    private static Stream<Form> parsed(SourceFile file) {
        try {
            return Stream.of(Form.parse(file));
        } catch (UnreadableFileException e) {
            return Stream.empty();
        }
    }

    private Optional<Element> process() {
        return bundle.diagram().flatMap(Diagram::process);
    }

    private String find(Pattern pattern) {
        Matcher matcher = pattern.matcher(documentation());
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static boolean isStep(Element element) {
        boolean inFlow = element.getParentNode() instanceof Element parent
                && Set.of("process", "subProcess", "transaction").contains(parent.getLocalName());
        return inFlow
                && Diagram.BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !NO_STEPS.contains(element.getLocalName());
    }

    private static ProcedureDetails.Step step(Element element) {
        return new ProcedureDetails.Step(
                element.getAttribute("id"),
                element.getAttribute("name"),
                element.getLocalName(),
                Diagram.documentation(element),
                Diagram.bean(element),
                Diagram.groups(element),
                Diagram.camunda(element, "formRef"),
                element.getAttribute("calledElement"));
    }
}
