package dev.baton.layout;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.jspecify.annotations.Nullable;

/** Where the names of events, gateways and flows stand. */
final class Names {

    private static final double CHARACTER = 6.2;
    private static final double LINE = 14;
    private static final double WIDEST = 108;
    private static final double GAP = 5;

    /** Flows need more: the stroke that marks a default flow stands out on both sides. */
    private static final double FLOW_GAP = 9;

    private Names() {}

    static Box ofNode(FlowNode node, Box shape, @Nullable String where) {
        String side = where != null ? where : usual(node);
        Point centre = shape.centre();
        Box size = size(node.getName(), WIDEST);
        double width = size.width();
        double height = size.height();
        return switch (side) {
            case "top" -> new Box(centre.x() - width / 2, shape.y() - GAP - height, width, height);
            case "bottom" -> new Box(centre.x() - width / 2, shape.bottom() + GAP, width, height);
            case "left" -> new Box(shape.x() - FLOW_GAP - width, centre.y() - height / 2, width, height);
            case "right" -> new Box(shape.right() + FLOW_GAP, centre.y() - height / 2, width, height);
            case "top-left" -> new Box(centre.x() - GAP - width, shape.y() - height, width, height);
            case "top-right" -> new Box(centre.x() + 2 * GAP, shape.y() - height, width, height);
            case "bottom-left" -> new Box(centre.x() - 2 * GAP - width, shape.bottom(), width, height);
            case "bottom-right" -> new Box(centre.x() + 2 * GAP, shape.bottom(), width, height);
            default -> throw new IllegalArgumentException(node.getId() + ": no place is called " + side);
        };
    }

    /** Near the start of the flow: over a horizontal line, to the right of a vertical one. */
    static Box ofFlow(String name, List<Point> line, @Nullable String where) {
        Point start = line.get(0);
        Point next = line.get(1);
        Box size = size(name, WIDEST);
        if (start.y() == next.y()) {
            double x = next.x() > start.x() ? start.x() + FLOW_GAP : start.x() - FLOW_GAP - size.width();
            double y = "below".equals(where) ? start.y() + GAP : start.y() - GAP - size.height();
            return new Box(x, y, size.width(), size.height());
        }
        double x = "left".equals(where) ? start.x() - FLOW_GAP - size.width() : start.x() + FLOW_GAP;
        double y = next.y() > start.y() ? start.y() + GAP : start.y() - GAP - size.height();
        return new Box(x, y, size.width(), size.height());
    }

    private static String usual(FlowNode node) {
        return node instanceof BoundaryEvent ? "bottom-right" : node instanceof Gateway ? "top" : "bottom";
    }

    private static Box size(String name, double widest) {
        double line = 0;
        double longest = 0;
        int lines = 1;
        for (String word : name.split(" ")) {
            double width = word.length() * CHARACTER;
            if (line > 0 && line + CHARACTER + width > widest) {
                lines++;
                line = width;
            } else {
                line += (line > 0 ? CHARACTER : 0) + width;
            }
            longest = Math.max(longest, line);
        }
        return new Box(0, 0, Math.ceil(longest) + 4, lines * LINE);
    }
}
