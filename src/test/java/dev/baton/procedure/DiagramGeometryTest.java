package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.layout.Box;
import dev.baton.layout.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of a picture stumbles over. Looking at it is still needed. */
class DiagramGeometryTest {

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsDrawn(Path file) {
        Picture picture = Picture.of(file);

        assertThat(picture.shapes()).containsOnlyKeys(ids(picture.nodes()));
        assertThat(picture.lines())
                .containsOnlyKeys(
                        picture.flows().stream().map(SequenceFlow::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void shapesHaveTheirUsualSizes(Path file) {
        Picture picture = Picture.of(file);

        assertThat(picture.nodes()).allSatisfy(node -> {
            Box box = picture.shapes().get(node.getId());
            if (node instanceof SubProcess) {
                assertThat(box.width()).isGreaterThanOrEqualTo(100);
            } else {
                double width = node instanceof Activity ? 100 : node instanceof Event ? 36 : 50;
                double height = node instanceof Activity ? 80 : width;
                assertThat(List.of(box.width(), box.height())).as(node.getId()).containsExactly(width, height);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void nothingOverlaps(Path file) {
        Picture picture = Picture.of(file);
        List<String> faults = new ArrayList<>();

        pairs(picture.nodes(), (one, other) -> {
            Box first = picture.shapes().get(one.getId());
            Box second = picture.shapes().get(other.getId());
            if (first.overlaps(second) && !belongTogether(one, other, first, second)) {
                faults.add(one.getId() + " and " + other.getId());
            }
        });
        picture.names().forEach((id, name) -> {
            picture.shapes().forEach((shape, box) -> {
                if (name.overlaps(box) && !box.contains(name)) {
                    faults.add("the name of " + id + " and " + shape);
                }
            });
            picture.names().forEach((otherId, other) -> {
                if (!id.equals(otherId) && name.overlaps(other)) {
                    faults.add("the names of " + id + " and " + otherId);
                }
            });
        });

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void flowsRunAtRightAnglesAndThroughNothing(Path file) {
        Picture picture = Picture.of(file);
        List<String> faults = new ArrayList<>();

        for (SequenceFlow flow : picture.flows()) {
            segments(picture.lines().get(flow.getId()), (from, to) -> {
                if (from.x() != to.x() && from.y() != to.y()) {
                    faults.add(flow.getId() + " is diagonal");
                }
                picture.nodes().stream()
                        .filter(node -> isInTheWay(node, flow))
                        .filter(node ->
                                picture.shapes().get(node.getId()).shrunk(1).isCrossedBy(from, to))
                        .forEach(node -> faults.add(flow.getId() + " runs through " + node.getId()));
                picture.names().forEach((id, name) -> {
                    if (name.isCrossedBy(from, to)) {
                        faults.add(flow.getId() + " runs through the name of " + id);
                    }
                });
            });
        }

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void flowsCrossNoOtherFlow(Path file) {
        Picture picture = Picture.of(file);
        List<String> faults = new ArrayList<>();

        pairs(
                picture.flows(),
                (one, other) -> segments(
                        picture.lines().get(one.getId()),
                        (a, b) -> segments(picture.lines().get(other.getId()), (c, d) -> {
                            if (cross(a, b, c, d)) {
                                faults.add(one.getId() + " and " + other.getId());
                            }
                        })));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatHasANameHasAPlaceForIt(Path file) {
        Picture picture = Picture.of(file);

        List<String> named = new ArrayList<>();
        picture.nodes().stream()
                .filter(node -> node.getName() != null && !(node instanceof Activity))
                .forEach(node -> named.add(node.getId()));
        picture.flows().stream().filter(flow -> flow.getName() != null).forEach(flow -> named.add(flow.getId()));

        assertThat(picture.names()).containsOnlyKeys(named);
    }

    @ParameterizedTest
    @MethodSource("files")
    void flowsEndAtTheirShapes(Path file) {
        Picture picture = Picture.of(file);

        assertThat(picture.flows()).allSatisfy(flow -> {
            List<Point> line = picture.lines().get(flow.getId());
            assertThat(isOnEdge(
                            line.get(0), picture.shapes().get(flow.getSource().getId())))
                    .as(flow.getId() + " leaves its source")
                    .isTrue();
            assertThat(isOnEdge(
                            line.get(line.size() - 1),
                            picture.shapes().get(flow.getTarget().getId())))
                    .as(flow.getId() + " reaches its target")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void theMainPathOfARowRunsFromLeftToRight(Path file) {
        Picture picture = Picture.of(file);
        Map<String, Box> shapes = picture.shapes();

        assertThat(picture.flows())
                .filteredOn(flow -> picture.lines().get(flow.getId()).size() == 2)
                .filteredOn(flow -> !(flow.getTarget().getOutgoing().size() > 1 && afterAnError(flow.getSource())))
                .allSatisfy(flow -> assertThat(
                                shapes.get(flow.getTarget().getId()).right())
                        .as(flow.getId())
                        .isGreaterThan(shapes.get(flow.getSource().getId()).x()));
    }

    static List<Path> files() {
        return Picture.files();
    }

    private static List<String> ids(List<FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).toList();
    }

    private static <T> void pairs(List<T> all, BiConsumer<T, T> check) {
        for (int i = 0; i < all.size(); i++) {
            for (T other : all.subList(i + 1, all.size())) {
                check.accept(all.get(i), other);
            }
        }
    }

    private static void segments(List<Point> line, BiConsumer<Point, Point> check) {
        for (int i = 1; i < line.size(); i++) {
            check.accept(line.get(i - 1), line.get(i));
        }
    }

    /** A boundary event sits on its host; a subprocess holds its own steps. */
    private static boolean belongTogether(FlowNode one, FlowNode other, Box first, Box second) {
        return isOn(one, other)
                || isOn(other, one)
                || other.getParentElement().equals(one) && first.contains(second)
                || one.getParentElement().equals(other) && second.contains(first);
    }

    private static boolean isOn(FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    private static boolean isInTheWay(FlowNode node, SequenceFlow flow) {
        return !flow.getParentElement().equals(node);
    }

    private static boolean afterAnError(FlowNode node) {
        return node.getIncoming().stream().anyMatch(flow -> flow.getSource() instanceof BoundaryEvent);
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        Box first = new Box(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
        boolean upright = a.x() == b.x();
        return upright != (c.x() == d.x()) && first.isCrossedBy(c, d);
    }

    private static boolean isOnEdge(Point point, Box box) {
        boolean onSide =
                (point.x() == box.x() || point.x() == box.right()) && point.y() >= box.y() && point.y() <= box.bottom();
        boolean onEnd =
                (point.y() == box.y() || point.y() == box.bottom()) && point.x() >= box.x() && point.x() <= box.right();
        return onSide || onEnd;
    }
}
