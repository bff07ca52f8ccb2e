package dev.baton.layout;

import dev.baton.layout.Placement.Port;
import dev.baton.layout.Placement.Route;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;

/** Leads flows from shape to shape by horizontal and vertical lines only. */
final class Router {

    private static final double DETOUR = 40;

    private Router() {}

    static List<Point> lead(FlowNode from, Box source, Box target, @Nullable Route given) {
        Route route = given == null ? usual(from, source, target) : given;
        Point start = port(source, route.out());
        Point end = port(target, route.in());
        boolean leavesSideways = route.out().side().isHorizontal();
        boolean entersSideways = route.in().side().isHorizontal();
        if (leavesSideways && entersSideways) {
            return start.y() == end.y() ? List.of(start, end) : throughColumn(route, start, end);
        }
        if (!leavesSideways && !entersSideways) {
            return start.x() == end.x() ? List.of(start, end) : throughRow(route, start, end);
        }
        if (route.via() != null) {
            return roundTheCorner(route, start, end, leavesSideways);
        }
        Point corner = leavesSideways ? new Point(end.x(), start.y()) : new Point(start.x(), end.y());
        return List.of(start, corner, end);
    }

    private static Point port(Box box, Port port) {
        Point middle = port.side().middle(box);
        if (port.at() == null) {
            return middle;
        }
        return port.side().isHorizontal()
                ? new Point(middle.x(), Grid.y(port.at()))
                : new Point(Grid.x(port.at()), middle.y());
    }

    private static List<Point> throughColumn(Route route, Point start, Point end) {
        double x = route.via() != null ? Grid.x(route.via()) : (start.x() + end.x()) / 2;
        return List.of(start, new Point(x, start.y()), new Point(x, end.y()), end);
    }

    private static List<Point> throughRow(Route route, Point start, Point end) {
        double y;
        if (route.via() != null) {
            y = Grid.y(route.via());
        } else if (route.out().side() != route.in().side()) {
            y = (start.y() + end.y()) / 2;
        } else if (route.out().side() == Side.TOP) {
            y = Math.min(start.y(), end.y()) - DETOUR;
        } else {
            y = Math.max(start.y(), end.y()) + DETOUR;
        }
        return List.of(start, new Point(start.x(), y), new Point(end.x(), y), end);
    }

    /** First along the given row or column, then past the target and back into it. */
    private static List<Point> roundTheCorner(Route route, Point start, Point end, boolean leavesSideways) {
        if (leavesSideways) {
            double x = Grid.x(route.via());
            double y = route.in().side() == Side.TOP ? end.y() - DETOUR : end.y() + DETOUR;
            return List.of(start, new Point(x, start.y()), new Point(x, y), new Point(end.x(), y), end);
        }
        double y = Grid.y(route.via());
        double x = route.in().side() == Side.LEFT ? end.x() - DETOUR : end.x() + DETOUR;
        return List.of(start, new Point(start.x(), y), new Point(x, y), new Point(x, end.y()), end);
    }

    /** Along the row to the right; tasks turn half way, gateways and events leave by the side that faces the target. */
    private static Route usual(FlowNode from, Box source, Box target) {
        Point start = source.centre();
        Point end = target.centre();
        Side entry = end.x() > start.x() ? Side.LEFT : Side.RIGHT;
        if (start.y() == end.y() || from instanceof Activity) {
            return new Route(new Port(entry == Side.LEFT ? Side.RIGHT : Side.LEFT, null), new Port(entry, null), null);
        }
        boolean down = end.y() > start.y();
        Port exit = new Port(down ? Side.BOTTOM : Side.TOP, null);
        if (start.x() == end.x()) {
            return new Route(exit, new Port(down ? Side.TOP : Side.BOTTOM, null), null);
        }
        return new Route(exit, new Port(entry, null), null);
    }
}
