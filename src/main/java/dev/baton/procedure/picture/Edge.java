package dev.baton.procedure.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection.
 *
 * @param type its name in BPMN
 * @param label where its text stands; null when the diagram does not say
 * @param isDefault whether it is taken when no condition holds
 * @param conditional whether a condition stands on it without a gateway before it
 */
record Edge(
        String id,
        String type,
        String name,
        List<Point> points,
        @Nullable Bounds label,
        boolean isDefault,
        boolean conditional) {

    Edge {
        points = List.copyOf(points);
    }
}
