package dev.baton.procedure.picture;

import java.util.List;

/** Draws connections: lines with rounded bends and an arrow head of the same colour. */
final class EdgePainter {

    private static final double BEND = 8;
    private static final double HEAD = 9;

    private final Svg svg;
    private final Marks marks;

    EdgePainter(Svg svg, Marks marks) {
        this.svg = svg;
        this.marks = marks;
    }

    void paint(Edge edge) {
        List<Point> points = edge.points();
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        boolean arrow = !edge.type().endsWith("ssociation");
        Labels.open(svg, marks, edge.id(), "flow " + kind(edge.type()), edge.name(), kind(edge.type()));
        svg.leaf("path", "class", "line", "d", path(points, arrow ? tip.towards(before, HEAD - 2) : tip));
        if (arrow) {
            svg.leaf("path", "class", "head", "d", head(tip, before));
        }
        if (edge.isDefault()) {
            svg.leaf("path", "class", "slash", "d", slash(points.get(0), points.get(1)));
        } else if (edge.conditional()) {
            svg.leaf("path", "class", "start", "d", diamond(points.get(0), points.get(1)));
        }
        Labels.onEdge(svg, edge);
        svg.close();
    }

    private static String kind(String type) {
        return switch (type) {
            case "sequenceFlow" -> "sequence";
            case "messageFlow" -> "message";
            default -> "association";
        };
    }

    private static String path(List<Point> points, Point end) {
        StringBuilder path = new StringBuilder("M").append(at(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double bend = Math.min(
                    BEND, Math.min(corner.distance(points.get(i - 1)), corner.distance(points.get(i + 1))) / 2);
            path.append('L').append(at(corner.towards(points.get(i - 1), bend)));
            path.append('Q').append(at(corner)).append(' ').append(at(corner.towards(points.get(i + 1), bend)));
        }
        return path.append('L').append(at(end)).toString();
    }

    private static String head(Point tip, Point before) {
        Point base = tip.towards(before, HEAD);
        double dx = (tip.x() - base.x()) * 0.42;
        double dy = (tip.y() - base.y()) * 0.42;
        return "M" + at(tip) + "L" + at(new Point(base.x() - dy, base.y() + dx)) + "L"
                + at(new Point(base.x() + dy, base.y() - dx)) + "z";
    }

    private static String slash(Point start, Point next) {
        Point middle = start.towards(next, 11);
        Point along = start.towards(next, 15);
        double dx = along.x() - middle.x();
        double dy = along.y() - middle.y();
        return "M" + at(new Point(middle.x() - dx - dy * 1.4, middle.y() - dy + dx * 1.4)) + "L"
                + at(new Point(middle.x() + dx + dy * 1.4, middle.y() + dy - dx * 1.4));
    }

    private static String diamond(Point start, Point next) {
        Point middle = start.towards(next, 7);
        Point far = start.towards(next, 14);
        double dx = (far.x() - middle.x()) * 0.6;
        double dy = (far.y() - middle.y()) * 0.6;
        return "M" + at(start) + "L" + at(new Point(middle.x() - dy, middle.y() + dx)) + "L" + at(far) + "L"
                + at(new Point(middle.x() + dy, middle.y() - dx)) + "z";
    }

    private static String at(Point point) {
        return Svg.number(point.x()) + " " + Svg.number(point.y());
    }
}
