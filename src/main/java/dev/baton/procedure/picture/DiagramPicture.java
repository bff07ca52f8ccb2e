package dev.baton.procedure.picture;

import dev.baton.procedure.source.Diagram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Draws diagrams as SVG: every element is a group with its id and classes, and a stylesheet gives them their looks. */
@Component
public final class DiagramPicture {

    private static final int KEPT = 200;
    private static final double MARGIN = 16;

    private final Map<String, Layout> layouts = new ConcurrentHashMap<>();

    /**
     * The picture for a page that has the stylesheet.
     *
     * @param version anything that names this version of the diagram; what is computed once per version is kept under it
     */
    public String draw(String version, Diagram diagram, Marks marks) {
        return draw(layout(version, diagram), marks, "");
    }

    /** The picture with the stylesheet inside, for mail and files. */
    public String drawStandalone(String version, Diagram diagram, Marks marks) {
        return draw(layout(version, diagram), marks, stylesheet());
    }

    private Layout layout(String version, Diagram diagram) {
        if (layouts.size() >= KEPT) {
            layouts.clear();
        }
        return layouts.computeIfAbsent(version, key -> Layout.of(diagram));
    }

    private static String draw(Layout layout, Marks marks, String style) {
        Bounds area = layout.bounds().grow(MARGIN);
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "diagram",
                "viewBox",
                String.join(
                        " ",
                        Svg.number(area.x()),
                        Svg.number(area.y()),
                        Svg.number(area.width()),
                        Svg.number(area.height())),
                "width",
                area.width(),
                "height",
                area.height(),
                "role",
                "group",
                "aria-label",
                "Diagram");
        if (!style.isEmpty()) {
            svg.open("style").text(style).close();
        }
        ShapePainter shapes = new ShapePainter(svg, marks);
        EdgePainter edges = new EdgePainter(svg, marks);
        layout.shapes().stream().filter(shape -> shape.layer() < 3).forEach(shapes::paint);
        layout.edges().stream().filter(edge -> !marks.has(edge.id(), "taken")).forEach(edges::paint);
        layout.edges().stream().filter(edge -> marks.has(edge.id(), "taken")).forEach(edges::paint);
        layout.shapes().stream().filter(shape -> shape.layer() > 3).forEach(shapes::paint);
        return svg.close().toString();
    }

    private static String stylesheet() {
        try (InputStream css = DiagramPicture.class.getResourceAsStream("/static/css/diagram.css")) {
            if (css == null) {
                throw new IllegalStateException("static/css/diagram.css is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
