package dev.baton.procedure.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.source.Diagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ShippedPicturesTest {

    private static final List<String> STATES = List.of("done", "done", "active", "waiting", "failed", "cancelled");

    static Stream<Path> diagrams() throws IOException {
        Path root = Path.of(System.getProperty("baton.processes", "../processes"));
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.filter(path -> path.toString().endsWith(".bpmn")).sorted().forEach(found::add);
            }
        }
        return found.stream();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("diagrams")
    void everyStepOfAShippedProcedureIsInItsPicture(Path file) throws Exception {
        Diagram diagram = Diagram.parse(Files.readAllBytes(file));
        Map<String, Set<String>> states = new HashMap<>();
        int number = 0;
        for (Element element : diagram.elements()) {
            if (element.hasAttribute("id") && element.getLocalName().matches(".*(Task|callActivity|Event|Gateway)")) {
                states.put(element.getAttribute("id"), Set.of(STATES.get(number++ % STATES.size())));
            } else if (element.getLocalName().equals("sequenceFlow") && number % 3 != 0) {
                states.put(element.getAttribute("id"), Set.of("taken"));
            }
        }

        String svg = new DiagramPicture().drawStandalone(file.toString(), diagram, new Marks(states, Map.of()));

        write(file.getFileName().toString().replace(".bpmn", ".svg"), svg);
        assertThat(Jsoup.parse(svg, Parser.xmlParser()).select("g.el").eachAttr("id"))
                .containsAll(states.keySet());
    }

    private static void write(String name, String svg) throws IOException {
        Path file = Path.of("target/pictures", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg);
    }
}
