package dev.baton.procedure.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.source.Diagram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class DiagramPictureTest {

    private final DiagramPicture picture = new DiagramPicture();

    @Test
    void everyDrawnElementIsAGroupWithItsIdAndATitle() throws Exception {
        Document svg = draw("every-symbol.bpmn", Marks.NONE);

        assertThat(svg.select("g.el"))
                .hasSizeGreaterThan(60)
                .allSatisfy(element -> assertThat(element.select("> title")).hasSize(1));
        assertThat(svg.select("#Task_ApplyPatches").attr("class")).isEqualTo("el task service-task");
        assertThat(svg.select("#Task_ApplyPatches > title").text()).isEqualTo("Apply patches, service task");
    }

    @Test
    void statesAreClassesAndWords() throws Exception {
        Marks marks = new Marks(
                Map.of("Task_ApplyPatches", Set.of("failed"), "SequenceFlow_Approved", Set.of("taken")),
                Map.of("Task_ApplyPatches", "38/120"));

        Document svg = draw("every-symbol.bpmn", marks);

        Element task = svg.getElementById("Task_ApplyPatches");
        assertThat(task.classNames()).contains("failed");
        assertThat(task.select("> title").text()).endsWith(": failed");
        assertThat(task.select(".badge-text").text()).isEqualTo("38/120");
        assertThat(svg.getElementById("SequenceFlow_Approved").classNames()).contains("flow", "taken");
    }

    @Test
    void namesOfStrangersCannotBecomeMarkup() throws Exception {
        String name = "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x";
        String hostile = read("every-symbol.bpmn").replace("Apply patches", name);
        Marks marks = new Marks(
                Map.of("Task_ApplyPatches", Set.of("x\" onload=\"alert(1)")), Map.of("Task_ApplyPatches", "<b>"));

        String svg = picture.draw("hostile", Diagram.parse(hostile.getBytes()), marks);

        Document parsed = Jsoup.parse(svg, Parser.xmlParser());
        assertThat(parsed.select("script, b")).isEmpty();
        assertThat(parsed.select("[onload]")).isEmpty();
    }

    @Test
    void nothingNeedsAnInlineStyle() throws Exception {
        String svg = picture.draw("plain", diagram("every-symbol.bpmn"), Marks.NONE);

        assertThat(svg).doesNotContain("style=").doesNotContain("<style");
    }

    @Test
    void aStandalonePictureCarriesItsStylesheet() throws Exception {
        String svg = picture.drawStandalone("alone", diagram("every-symbol.bpmn"), Marks.NONE);

        assertThat(Jsoup.parse(svg, Parser.xmlParser()).select("style")).hasSize(1);
    }

    @Test
    void anElementThatNobodyTaughtItIsADashedBoxWithItsType() throws Exception {
        Element unknown = draw("every-symbol.bpmn", Marks.NONE).getElementById("Choreography_Strange");

        assertThat(unknown.select("rect.unknown")).hasSize(1);
        assertThat(unknown.text()).contains("choreographyTask");
    }

    @Test
    void aDiagramWithoutLayoutIsAnEmptyPicture() throws Exception {
        String bare = read("every-symbol.bpmn").replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");

        String svg = picture.draw("bare", Diagram.parse(bare.getBytes()), Marks.NONE);

        assertThat(Jsoup.parse(svg, Parser.xmlParser()).select("g.el")).isEmpty();
    }

    private Document draw(String name, Marks marks) throws Exception {
        String svg = picture.drawStandalone(name + marks.hashCode(), diagram(name), marks);
        Path file =
                Path.of("target/pictures", name.replace(".bpmn", marks.equals(Marks.NONE) ? ".svg" : "-marked.svg"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg);
        return Jsoup.parse(svg, Parser.xmlParser());
    }

    private static Diagram diagram(String name) throws Exception {
        return Diagram.parse(read(name).getBytes());
    }

    private static String read(String name) throws IOException {
        try (InputStream content = DiagramPictureTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes());
        }
    }
}
