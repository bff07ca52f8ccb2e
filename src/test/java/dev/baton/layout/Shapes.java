package dev.baton.layout;

import dev.baton.layout.Placement.Frame;
import dev.baton.layout.Placement.Seat;
import dev.baton.layout.Placement.Spot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Where the shapes of a diagram stand. */
final class Shapes {

    static final double EVENT = 36;
    static final double GATEWAY = 50;
    static final double TASK_WIDTH = 100;
    static final double TASK_HEIGHT = 80;

    private static final double FRAME_SIDE = 75;
    private static final double FRAME_TOP = 80;
    private static final double FRAME_BOTTOM = 65;

    private final Placement placement;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    private Shapes(Placement placement) {
        this.placement = placement;
    }

    static Map<String, Box> of(BpmnModelInstance model, Placement placement) {
        Shapes shapes = new Shapes(placement);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            if (!placement.seats().containsKey(node.getId())) {
                shapes.boxes.put(node.getId(), shapes.box(node));
            }
        }
        placement.seats().forEach((id, seat) -> shapes.boxes.put(id, shapes.seated(seat)));
        return shapes.boxes;
    }

    private Box box(FlowNode node) {
        Frame frame = placement.frames().get(node.getId());
        if (frame != null) {
            double x = Grid.x(frame.first().column()) - FRAME_SIDE;
            double y = Grid.y(frame.first().row()) - FRAME_TOP;
            return new Box(
                    x,
                    y,
                    Grid.x(frame.last().column()) + FRAME_SIDE - x,
                    Grid.y(frame.last().row()) + FRAME_BOTTOM - y);
        }
        Spot spot = placement.spots().get(node.getId());
        if (spot == null) {
            throw new IllegalArgumentException("the placement table has no line for " + node.getId());
        }
        if (node instanceof Activity) {
            return Box.around(Grid.centre(spot), TASK_WIDTH, TASK_HEIGHT);
        }
        double size = node instanceof Event ? EVENT : GATEWAY;
        return Box.around(Grid.centre(spot), size, size);
    }

    private Box seated(Seat seat) {
        Point middle = seat.side().middle(boxes.get(seat.host()));
        Point centre = seat.column() == null ? middle : new Point(Grid.x(seat.column()), middle.y());
        return Box.around(centre, EVENT, EVENT);
    }
}
