package dev.baton.procedure.picture;

import java.util.List;
import java.util.stream.Stream;

/** Writes what people read: names where the diagram puts them, and titles for those who cannot see the colours. */
final class Labels {

    private static final double LINE = 14;
    private static final double NARROWEST = 90;

    private Labels() {}

    /** Opens the group of an element and says what it is. */
    static void open(Svg svg, Marks marks, String id, String classes, String name, String type) {
        List<String> states = marks.of(id);
        String all = states.isEmpty() ? classes : classes + " " + String.join(" ", states);
        svg.open("g", "id", id, "class", "el " + all);
        String title = (name.isBlank() ? "" : name.strip() + ", ") + type;
        svg.open("title")
                .text(states.isEmpty() ? title : title + ": " + String.join(", ", states))
                .close();
    }

    /** Centred inside a box, below the icon in its corner when the text needs the height. */
    static void inside(Svg svg, String text, Bounds box, double top, double bottom) {
        int most = Math.max(1, (int) ((box.height() - bottom - 10) / LINE));
        List<String> lines = Words.wrap(text, box.width() - 14, most);
        double icon = lines.size() > 3 ? top * 1.6 : top;
        double first = box.y() + icon + (box.height() - icon - bottom - (lines.size() - 1) * LINE) / 2 + 4;
        write(svg, lines, box.centerX(), first, "label");
    }

    /** Below an event or gateway, unless the diagram has another place. */
    static void outside(Svg svg, Shape shape) {
        if (shape.name().isBlank()) {
            return;
        }
        Bounds label = shape.label();
        Bounds place = label == null
                ? new Bounds(
                        shape.bounds().centerX() - NARROWEST / 2, shape.bounds().bottom() + 6, NARROWEST, LINE)
                : label;
        atPlace(svg, shape.name(), place);
    }

    static void onEdge(Svg svg, Edge edge) {
        if (edge.name().isBlank()) {
            return;
        }
        Bounds label = edge.label();
        if (label == null) {
            Point start = edge.points().get(0);
            Point middle = start.towards(
                    edge.points().get(1),
                    Math.min(40, start.distance(edge.points().get(1)) / 2));
            double width = Words.width(edge.name());
            boolean level = Math.abs(start.y() - edge.points().get(1).y()) < 1;
            label = level
                    ? new Bounds(middle.x() - width / 2, middle.y() - LINE - 4, width, LINE)
                    : new Bounds(middle.x() + 6, middle.y() - LINE / 2, width, LINE);
        }
        atPlace(svg, edge.name(), label);
    }

    /** In the strip at the left of a pool or lane, read from below. */
    static void upright(Svg svg, String text, Bounds box, double strip) {
        List<String> lines = Words.wrap(text, box.height() - 12, 2);
        double x = box.x() + strip / 2 + 4 - (lines.size() - 1) * LINE / 2;
        for (String line : lines) {
            String turn = "rotate(-90 " + Svg.number(x) + " " + Svg.number(box.centerY()) + ")";
            svg.open("text", "class", "label", "x", x, "y", box.centerY(), "transform", turn)
                    .text(line)
                    .close();
            x += LINE;
        }
    }

    static void above(Svg svg, String text, Bounds box) {
        write(svg, Words.wrap(text, box.width() - 40, 1), box.centerX(), box.y() + 19, "label");
    }

    static void beside(Svg svg, String text, Bounds box) {
        List<String> lines = Words.wrap(text, box.width() - 12, Math.max(1, (int) (box.height() / LINE)));
        double y = box.y() + 15;
        for (String line : lines) {
            svg.open("text", "class", "label note", "x", box.x() + 8, "y", y)
                    .text(line)
                    .close();
            y += LINE;
        }
    }

    private static void atPlace(Svg svg, String text, Bounds place) {
        List<String> lines = Words.wrap(text, Math.max(place.width() + 8, longestWord(text)), 4);
        double first = place.height() > lines.size() * LINE
                ? place.centerY() - (lines.size() - 1) * LINE / 2 + 4
                : place.y() + 11;
        write(svg, lines, place.centerX(), first, "label outside");
    }

    private static double longestWord(String text) {
        return Stream.of(text.strip().split("\\s+"))
                        .mapToDouble(Words::width)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static void write(Svg svg, List<String> lines, double x, double first, String classes) {
        double y = first;
        for (String line : lines) {
            svg.open("text", "class", classes, "x", x, "y", y).text(line).close();
            y += LINE;
        }
    }
}
