package dev.baton.procedure.picture;

/** Draws what says something without taking part in the flow, and a dashed box for what nobody taught it. */
final class ArtifactPainter {

    private final Svg svg;
    private final Marks marks;

    ArtifactPainter(Svg svg, Marks marks) {
        this.svg = svg;
        this.marks = marks;
    }

    void paint(Shape shape) {
        Bounds box = shape.bounds();
        String type = ShapePainter.dashed(shape.type());
        Labels.open(svg, marks, shape.id(), "artifact " + type, shape.name(), type.replace('-', ' '));
        switch (shape.type()) {
            case "textAnnotation" -> {
                svg.leaf(
                        "path",
                        "class",
                        "line",
                        "d",
                        "M" + Svg.number(box.x() + 10) + " " + Svg.number(box.y()) + "H" + Svg.number(box.x()) + "V"
                                + Svg.number(box.bottom()) + "H" + Svg.number(box.x() + 10));
                Labels.beside(svg, shape.name(), box);
            }
            case "dataObjectReference", "dataStoreReference" -> {
                box("document", box);
                Labels.outside(svg, shape);
            }
            case "group" -> box("group-box", box);
            default -> {
                box("unknown", box);
                Labels.inside(
                        svg, shape.name().isBlank() ? shape.type() : shape.type() + " " + shape.name(), box, 0, 0);
            }
        }
        svg.close();
    }

    private void box(String classes, Bounds box) {
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
                3);
    }
}
