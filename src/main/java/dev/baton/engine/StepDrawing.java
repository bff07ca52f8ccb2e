package dev.baton.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram says of a device step for all its runs: the inputs that are plain words, and the results that its outputs
 * ask for. The engine hands it over with the step, as extension properties; as variables it would be written and erased four
 * times for each in each run.
 */
public final class StepDrawing {

    private static final String INPUT = "baton.input.";
    private static final String RESULTS = "baton.results";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private StepDrawing() {}

    /** Takes the inputs that are plain words out of the step's variables, but for those that an output reads. */
    static void keep(ActivityImpl activity, Element task) {
        IoMapping mapping = activity.getIoMapping();
        if (mapping == null) {
            return; // without a mapping the results stay with the run, where anything may read them
        }
        Set<String> read = names(task.element("extensionElements")
                .elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "inputOutput")
                .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "outputParameter"));
        Map<String, String> properties = new HashMap<>(given(activity));
        properties.put(RESULTS, String.join(" ", read));
        mapping.getInputParameters().removeIf(input -> {
            String words = words(input);
            if (words == null || read.contains(input.getName())) {
                return false;
            }
            properties.put(INPUT + input.getName(), words);
            return true;
        });
        activity.getProperties().set(BpmnProperties.EXTENSION_PROPERTIES, properties);
    }

    /** The inputs that are plain words, by name. */
    public static Map<String, String> inputs(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().startsWith(INPUT))
                .collect(
                        Collectors.toMap(property -> property.getKey().substring(INPUT.length()), Map.Entry::getValue));
    }

    /** The names of the results that the diagram reads; null when it may read any. */
    public static @Nullable Set<String> results(Map<String, String> properties) {
        String results = properties.get(RESULTS);
        return results == null ? null : Set.of(results.split(" "));
    }

    private static Map<String, String> given(ActivityImpl activity) {
        Map<String, String> given = activity.getProperties().get(BpmnProperties.EXTENSION_PROPERTIES);
        return given == null ? Map.of() : given;
    }

    private static @Nullable String words(InputParameter input) {
        return input.getValueProvider() instanceof ElValueProvider value
                        && value.getExpression().isLiteralText()
                ? value.getExpression().getExpressionText()
                : null;
    }

    /** Whatever may be the name of a variable in expressions, scripts, lists and maps; more than needed does no harm. */
    private static Set<String> names(List<Element> parameters) {
        return parameters.stream()
                .flatMap(StepDrawing::texts)
                .flatMap(text -> NAME.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                Stream.of(element.getText()), element.elements().stream().flatMap(StepDrawing::texts));
    }
}
