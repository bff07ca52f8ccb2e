package dev.baton.delegates.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The rules of Camunda's element template schema for Camunda 7 that our templates can break. */
final class TemplateRules {

    private static final Map<String, Set<String>> TYPES_BY_BINDING = Map.of(
            "property", Set.of("String", "Text", "Hidden", "Dropdown", "Boolean"),
            "camunda:inputParameter", Set.of("String", "Text", "Hidden", "Dropdown"),
            "camunda:outputParameter", Set.of("String", "Hidden", "Dropdown"));

    private final List<String> broken = new ArrayList<>();

    private TemplateRules() {}

    static List<String> brokenBy(JsonNode template) {
        TemplateRules rules = new TemplateRules();
        rules.check(template);
        return rules.broken;
    }

    private void check(JsonNode template) {
        for (String name : List.of("$schema", "name", "id", "description")) {
            demand(template.path(name).isTextual(), name + " is a text");
        }
        demand(template.path("$schema").asText().contains("@camunda/element-templates-json-schema"), "the C7 schema");
        demand(template.path("version").isInt(), "version is a whole number");
        demand(template.path("entriesVisible").isBoolean(), "entriesVisible is a boolean");
        demand(!template.path("appliesTo").isEmpty(), "appliesTo names a type");
        template.path("appliesTo").forEach(type -> demand(bpmnType(type), "appliesTo is a BPMN type"));
        demand(bpmnType(template.path("elementType").path("value")), "elementType is a BPMN type");
        List<String> groups = texts(template.path("groups"), "id");
        template.path("properties").forEach(property -> check(property, groups));
    }

    private void check(JsonNode property, List<String> groups) {
        JsonNode binding = property.path("binding");
        String kind = binding.path("type").asText();
        String target = binding.path(kind.equals("camunda:outputParameter") ? "source" : "name")
                .asText();
        demand(TYPES_BY_BINDING.containsKey(kind), kind + " is a known binding");
        demand(!target.isEmpty(), kind + " says what it binds");
        if (property.has("type")) {
            String type = property.path("type").asText();
            demand(TYPES_BY_BINDING.getOrDefault(kind, Set.of()).contains(type), target + " may be a " + type);
            demand(type.equals("Dropdown") != property.path("choices").isMissingNode(), target + ": dropdowns choose");
        }
        property.path("choices")
                .forEach(choice -> demand(
                        choice.path("name").isTextual() && choice.path("value").isTextual(),
                        target + ": choices are texts"));
        JsonNode value = property.path("value");
        demand(value.isMissingNode() || value.isTextual() || value.isBoolean(), target + ": value is a text");
        JsonNode group = property.path("group");
        demand(group.isMissingNode() || groups.contains(group.asText()), target + " is in a known group");
    }

    private void demand(boolean kept, String rule) {
        if (!kept) {
            broken.add(rule);
        }
    }

    private static boolean bpmnType(JsonNode type) {
        return type.asText().matches("[\\w\\d]+:[\\w\\d]+");
    }

    private static List<String> texts(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(name).asText())
                .toList();
    }
}
