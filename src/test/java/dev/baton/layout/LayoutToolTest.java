package dev.baton.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedProcedures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutToolTest {

    @ParameterizedTest
    @MethodSource("diagrams")
    void aShippedPictureIsTheOneOfItsPlacementTable(Path file) throws IOException {
        assertThat(LayoutTool.draw(file).orElse(ShippedProcedures.read(file)))
                .as("run dev.baton.layout.LayoutTool after a change of a diagram or its table")
                .isEqualTo(ShippedProcedures.read(file));
    }

    @Test
    void flowsTurnAtRightAnglesOnly() {
        List<Point> line = Router.lead(
                null,
                new Box(0, 0, 50, 50),
                new Box(200, 100, 100, 80),
                new Placement.Route(Placement.Port.of("right"), Placement.Port.of("left"), null));

        assertThat(line)
                .containsExactly(new Point(50, 25), new Point(125, 25), new Point(125, 140), new Point(200, 140));
    }

    static List<Path> diagrams() {
        return ShippedProcedures.diagrams();
    }
}
