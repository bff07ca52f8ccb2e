package dev.baton.procedure.picture;

import java.util.List;
import java.util.Locale;

/** Draws elements that cover an area. */
final class ShapePainter {

    private static final List<String> STATES = List.of("failed", "active", "waiting", "cancelled", "done");
    private static final double STRIP = 30;

    private final Svg svg;
    private final Marks marks;

    ShapePainter(Svg svg, Marks marks) {
        this.svg = svg;
        this.marks = marks;
    }

    void paint(Shape shape) {
        if (shape.isLane()) {
            lane(shape);
        } else if (shape.isSubProcess() && shape.expanded()) {
            subProcess(shape);
        } else if (shape.isTask()) {
            task(shape);
        } else if (shape.isEvent()) {
            event(shape);
        } else if (shape.isGateway()) {
            gateway(shape);
        } else {
            new ArtifactPainter(svg, marks).paint(shape);
        }
    }

    private void lane(Shape shape) {
        open(shape, shape.type());
        rectangle(shape.bounds(), 0, "box");
        Bounds box = shape.bounds();
        svg.leaf("rect", "class", "strip", "x", box.x(), "y", box.y(), "width", STRIP, "height", box.height());
        Labels.upright(svg, shape.name(), box, STRIP);
        svg.close();
    }

    private void subProcess(Shape shape) {
        open(shape, shape.flags().contains("event") ? "sub event-sub" : "sub");
        rectangle(shape.bounds(), 10, "box");
        Labels.above(svg, shape.name(), shape.bounds());
        markers(shape, false);
        state(shape);
        svg.close();
    }

    private void task(Shape shape) {
        Bounds box = shape.bounds();
        boolean calls = shape.type().equals("callActivity");
        open(shape, "task " + dashed(shape.type()));
        rectangle(box, 8, "box");
        String icon = Icons.task(shape.type());
        if (!icon.isEmpty()) {
            icon(icon, box.x() + 5, box.y() + 5, 16, shape.type().equals("sendTask") ? "icon filled" : "icon");
        }
        boolean marked =
                calls || shape.isSubProcess() || !shape.flags().stream().allMatch("interrupting"::equals);
        double top = icon.isEmpty() ? 0 : 12;
        double bottom = marked ? 16 : top / 3;
        Labels.inside(svg, shape.name(), box, top, bottom);
        markers(shape, calls || shape.isSubProcess());
        state(shape);
        svg.close();
    }

    private void event(Shape shape) {
        Bounds box = shape.bounds();
        double radius = Math.min(box.width(), box.height()) / 2;
        boolean end = shape.type().equals("endEvent");
        boolean doubled =
                shape.type().startsWith("intermediate") || shape.type().equals("boundaryEvent");
        boolean dashed = !shape.flags().contains("interrupting");
        open(shape, "event " + dashed(shape.type()) + (dashed ? " non-interrupting" : ""));
        circle(box, radius, "box");
        if (doubled) {
            circle(box, radius - 3.5, "ring");
        }
        boolean throwing = end || shape.type().equals("intermediateThrowEvent");
        double size = radius * (doubled ? 1.1 : 1.2);
        String icon = Icons.event(shape.event());
        if (!icon.isEmpty()) {
            boolean filled = throwing && !shape.event().equals("timer");
            icon(icon, box.centerX() - size / 2, box.centerY() - size / 2, size, filled ? "icon filled" : "icon");
        }
        Labels.outside(svg, shape);
        badge(shape);
        svg.close();
    }

    private void gateway(Shape shape) {
        Bounds box = shape.bounds();
        open(shape, "gateway " + dashed(shape.type()));
        svg.leaf(
                "path",
                "class",
                "box",
                "d",
                "M" + Svg.number(box.centerX()) + " " + Svg.number(box.y()) + "L" + Svg.number(box.right()) + " "
                        + Svg.number(box.centerY()) + "L" + Svg.number(box.centerX()) + " "
                        + Svg.number(box.bottom()) + "L" + Svg.number(box.x()) + " " + Svg.number(box.centerY())
                        + "z");
        boolean filled = shape.type().equals("parallelGateway");
        double size = box.width() * 0.4;
        icon(
                Icons.gateway(shape.type()),
                box.centerX() - size / 2,
                box.centerY() - size / 2,
                size,
                filled ? "icon filled" : "icon thick");
        Labels.outside(svg, shape);
        badge(shape);
        svg.close();
    }

    /** At the bottom of an activity: how it repeats, and whether there is more inside. */
    private void markers(Shape shape, boolean more) {
        Bounds box = shape.bounds();
        List<String> loops = shape.flags().stream()
                .filter(flag -> !Icons.loop(flag).isEmpty())
                .toList();
        double x = box.centerX() - (loops.size() + (more ? 1 : 0)) * 9;
        double y = box.bottom() - 18;
        for (String loop : loops) {
            icon(Icons.loop(loop), x + 2, y + 1, 14, "icon thick");
            x += 18;
        }
        if (more) {
            svg.leaf("rect", "class", "marker", "x", x + 2, "y", y + 1, "width", 14, "height", 14, "rx", 2);
            icon("M10 4v12M4 10h12", x + 2, y + 1, 14, "icon thick");
        }
    }

    /** A round sign on the corner: colour alone would tell nothing to many people. */
    private void state(Shape shape) {
        Bounds box = shape.bounds();
        STATES.stream()
                .filter(state -> marks.has(shape.id(), state))
                .findFirst()
                .ifPresent(state -> {
                    svg.leaf("circle", "class", "sign", "cx", box.right() - 4, "cy", box.y() + 4, "r", 9);
                    icon(Icons.state(state), box.right() - 11, box.y() - 3, 14, "icon sign-icon");
                });
        badge(shape);
    }

    private void badge(Shape shape) {
        String text = marks.badges().getOrDefault(shape.id(), "");
        if (text.isBlank()) {
            return;
        }
        Bounds box = shape.bounds();
        double width = Words.width(text) + 14;
        double x = shape.isTask() ? box.right() - width + 6 : box.right() - 8;
        double y = shape.isTask() ? box.bottom() - 9 : box.y() - 9;
        svg.leaf("rect", "class", "badge", "x", x, "y", y, "width", width, "height", 18, "rx", 9);
        svg.open("text", "class", "badge-text", "x", x + width / 2, "y", y + 13)
                .text(text)
                .close();
    }

    private void open(Shape shape, String classes) {
        Labels.open(
                svg,
                marks,
                shape.id(),
                classes,
                shape.name(),
                dashed(shape.type()).replace('-', ' '));
    }

    private void rectangle(Bounds box, double round, String classes) {
        svg.leaf(
                "rect",
                "class",
                classes,
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                round);
    }

    private void circle(Bounds box, double radius, String classes) {
        svg.leaf("circle", "class", classes, "cx", box.centerX(), "cy", box.centerY(), "r", radius);
    }

    private void icon(String path, double x, double y, double size, String classes) {
        String place =
                "translate(" + Svg.number(x) + " " + Svg.number(y) + ") scale(" + Math.round(size * 50) / 1000.0 + ")";
        svg.leaf("path", "class", classes, "transform", place, "d", path);
    }

    static String dashed(String type) {
        return type.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
