package dev.baton.delegates.template;

import static dev.baton.delegates.template.ElementTemplate.ordered;
import static dev.baton.delegates.template.ElementTemplate.pattern;

import java.util.List;
import java.util.Map;

/** What every device step may say about how it spreads over its devices. */
final class FanOutInputs {

    static final List<Map<String, Object>> PROPERTIES = List.of(
            text("targets", "Targets", "The target set to act on.", "${targets}", Map.of("notEmpty", true)),
            text(
                    "concurrency",
                    "Concurrency",
                    "How many devices at the same time.",
                    "10",
                    Map.of("pattern", pattern("[1-9][0-9]*", "A whole number"))),
            text("batches", "Batches", "Sizes one after the other, e.g. 1, 10%, 50%, rest.", "rest", Map.of()),
            text(
                    "maxFailures",
                    "Failures allowed",
                    "The step ends when more devices than this failed: a number, or a share such as 10%.",
                    "0",
                    Map.of("pattern", pattern("[0-9]+%?", "A whole number or a percentage"))),
            onFailure());

    private FanOutInputs() {}

    private static Map<String, Object> onFailure() {
        Map<String, Object> property = ordered(
                "label", "On failure", "description", "Whether devices that have not started are held or still done.");
        ElementTemplate.choices(property, "onFailure", List.of("stop", "continue"));
        property.put("value", "stop");
        return bound(property, "onFailure", Map.of());
    }

    private static Map<String, Object> text(
            String name, String label, String description, String value, Map<String, Object> constraints) {
        return bound(
                ordered("label", label, "description", description, "type", "String", "value", value),
                name,
                constraints);
    }

    private static Map<String, Object> bound(
            Map<String, Object> property, String name, Map<String, Object> constraints) {
        property.put("group", "rollout");
        property.put("binding", ordered("type", "camunda:inputParameter", "name", name));
        if (!constraints.isEmpty()) {
            property.put("constraints", constraints);
        }
        return property;
    }
}
