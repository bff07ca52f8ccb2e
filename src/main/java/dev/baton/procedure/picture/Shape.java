package dev.baton.procedure.picture;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element that covers an area.
 *
 * @param type its name in BPMN
 * @param label where its text stands; null when the diagram does not say
 * @param expanded whether a sub process shows its content
 * @param flags what else changes its looks: {@code interrupting}, {@code parallel}, {@code sequential}, {@code loop}
 * @param event what an event waits for or throws: {@code timer}, {@code error}, ..; empty for none
 */
record Shape(
        String id,
        String type,
        String name,
        Bounds bounds,
        @Nullable Bounds label,
        boolean expanded,
        Set<String> flags,
        String event) {

    private static final Set<String> TASKS = Set.of(
            "task",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "callActivity");
    private static final Set<String> CONTAINERS = Set.of("subProcess", "transaction", "adHocSubProcess");

    boolean isEvent() {
        return type.endsWith("Event");
    }

    boolean isGateway() {
        return type.endsWith("Gateway");
    }

    boolean isTask() {
        return TASKS.contains(type) || isSubProcess();
    }

    boolean isSubProcess() {
        return CONTAINERS.contains(type);
    }

    boolean isLane() {
        return type.equals("lane") || type.equals("participant");
    }

    /** Containers lie below flows, flows below steps, and what sits on a border above everything. */
    int layer() {
        if (isLane()) {
            return type.equals("participant") ? 0 : 1;
        }
        if (isSubProcess() && expanded) {
            return 2;
        }
        return type.equals("boundaryEvent") ? 5 : 4;
    }
}
