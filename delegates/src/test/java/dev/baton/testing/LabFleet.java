package dev.baton.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The devices of the lab and the findings that they are there to show. */
public final class LabFleet {

    private static final Path LAB = Path.of("../src/main/resources/lab");

    private LabFleet() {}

    /** The kinds that each device shows, of those that are asked for. */
    public static Map<String, List<String>> shown(Predicate<String> kinds) {
        List<Map<String, Object>> rows = read("findings.yaml");
        return rows.stream()
                .filter(row ->
                        row.containsKey("device") && kinds.test(row.get("kind").toString()))
                .collect(Collectors.groupingBy(
                        row -> row.get("device").toString(),
                        Collectors.mapping(row -> row.get("kind").toString(), Collectors.toList())));
    }

    /** The files with the variables of a device. */
    public static String[] mib(String device) {
        Map<String, List<Map<String, Object>>> fleet = read("fleet.yaml");
        Object mib = fleet.get("devices").stream()
                .filter(member -> device.equals(member.get("name")))
                .findFirst()
                .orElseThrow()
                .get("mib");
        return mib instanceof List<?> several
                ? several.stream().map(Object::toString).toArray(String[]::new)
                : new String[] {mib.toString()};
    }

    private static <T> T read(String file) {
        try (Reader reader = Files.newBufferedReader(LAB.resolve(file))) {
            return new Yaml().load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
