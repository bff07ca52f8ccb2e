package dev.baton.engine;

import java.util.Map;
import java.util.Set;

/**
 * The extensions of Camunda that a diagram may use, by name: one that nobody thought of is refused too. The engine's screen
 * and the check of procedures share this list.
 */
public final class CamundaExtensions {

    private static final Set<String> ELEMENTS = words("inputOutput inputParameter outputParameter list map entry value"
            + " in out properties property failedJobRetryTimeCycle");

    private static final Set<String> ATTRIBUTES = words("asyncBefore asyncAfter exclusive jobPriority"
            + " delegateExpression formRef formRefBinding formRefVersion assignee candidateUsers candidateGroups"
            + " dueDate followUpDate priority calledElementBinding calledElementVersion calledElementVersionTag"
            + " decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag mapDecisionResult"
            + " resultVariable historyTimeToLive versionTag isStartableInTasklist candidateStarterGroups initiator"
            + " modelerTemplate modelerTemplateVersion modelerTemplateIcon errorCodeVariable errorMessageVariable"
            + " errorMessage escalationCodeVariable collection elementVariable variableName variableEvents");

    private static final String DELEGATE = "Name a delegate by camunda:delegateExpression=\"${bean}\"";
    private static final String FORM = "Use a Camunda Form: camunda:formRef";
    private static final String LISTENER = "What a listener does is invisible in the diagram; draw a task";

    private static final Map<String, String> INSTEAD = Map.of(
            "class", DELEGATE,
            "expression", DELEGATE,
            "type", DELEGATE,
            "script", "Scripts run code that nobody reviews; use a delegate",
            "connector", "Connectors reach any address; use a delegate",
            "executionListener", LISTENER,
            "taskListener", LISTENER,
            "formKey", FORM,
            "formData", FORM,
            "variableMappingClass", "Map variables by camunda:in and camunda:out");

    private CamundaExtensions() {}

    public static boolean allowsElement(String name) {
        return ELEMENTS.contains(name);
    }

    public static boolean allowsAttribute(String name) {
        return ATTRIBUTES.contains(name);
    }

    /** What to draw in place of a refused element or attribute. */
    public static String instead(String name) {
        return INSTEAD.getOrDefault(name, "Remove it");
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
