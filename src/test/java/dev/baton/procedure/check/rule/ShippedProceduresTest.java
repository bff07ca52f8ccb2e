package dev.baton.procedure.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedProceduresTest {

    @Test
    void shippedProceduresKeepEveryRule() throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (String folder : List.of("processes", "forms")) {
            read(Path.of(".."), folder, files);
        }

        List<Violation> violations = new ChecksFixture().check(Origin.SHIPPED, files);

        assertThat(files).isNotEmpty();
        assertThat(violations).isEmpty();
    }

    private static void read(Path root, String folder, List<SourceFile> files) throws IOException {
        try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
            for (Path path : paths.filter(one -> one.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .sorted()
                    .toList()) {
                files.add(new SourceFile(root.relativize(path).toString(), Files.readAllBytes(path)));
            }
        }
    }
}
