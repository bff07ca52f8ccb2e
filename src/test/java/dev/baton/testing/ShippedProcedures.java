package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The procedures, decisions and forms of this repository, read from its folders. */
public final class ShippedProcedures {

    private static final Path ROOT = root();

    private ShippedProcedures() {}

    /** Everything that is deployed, in a stable order. */
    public static List<Path> files() {
        return Stream.of(diagrams(), decisions(), forms()).flatMap(List::stream).toList();
    }

    public static List<Path> diagrams() {
        return find("processes", ".bpmn");
    }

    public static List<Path> decisions() {
        return find("processes", ".dmn");
    }

    public static List<Path> forms() {
        return find("forms", ".form");
    }

    /** The placement table of a diagram. */
    public static Path placement(Path diagram) {
        String table = diagram.getFileName().toString().replace(".bpmn", ".layout");
        return ROOT.resolve("src/test/resources/layout").resolve(table);
    }

    /** The sources of the tests that run the procedures. */
    public static String processTests() {
        return find("src/test/java/dev/baton/process", "ProcessTest.java").stream()
                .map(ShippedProcedures::read)
                .collect(Collectors.joining());
    }

    /** Its path from the root of the repository. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> find(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.isDirectory(here.resolve("processes")) ? here : here.getParent();
    }
}
