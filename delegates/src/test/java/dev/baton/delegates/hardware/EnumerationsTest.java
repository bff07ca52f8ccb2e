package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Result;
import dev.baton.delegates.hardware.table.Source;
import dev.baton.delegates.hardware.table.StateColumn;
import dev.baton.delegates.hardware.table.Table;
import dev.baton.testing.SnmpBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every value of every enumeration, each on a part that tells nothing else, against the list of what it should come to:
 * {@code source | column | kind of finding or none | values}. A new value is added to the list by hand.
 */
class EnumerationsTest {

    private static final String UNHEARD_OF = "7777";

    @Test
    void everyValueComesToTheExpectedFindingOrNone() throws IOException {
        List<String> expected = new ArrayList<>(
                Files.readAllLines(Path.of("src/test/resources/hardware/expected.txt"), StandardCharsets.UTF_8));
        expected.removeIf(line -> line.startsWith("#"));

        assertThat(seen()).containsExactlyElementsOf(new TreeSet<>(expected));
    }

    @Test
    void aValueThatNoTableKnowsIsNeverOk() {
        Boxes.CATALOGUE
                .all()
                .forEach(source -> source.tables()
                        .forEach(table -> table.states().forEach((column, meanings) -> {
                            if (meanings.texts().containsValue("NONE") || meanings.aboveZero() != null) {
                                return;
                            }
                            String value = meanings.bits().isEmpty() ? "i " + UNHEARD_OF : "x 01";

                            assertThat(kind(table, column, value))
                                    .as(source.name() + " " + meanings.name())
                                    .isNotIn("none");
                        })));
    }

    private static Set<String> seen() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (Source source : Boxes.CATALOGUE.all()) {
            for (Table table : source.tables()) {
                table.states()
                        .forEach((column, meanings) -> values(meanings)
                                .forEach(value -> values.computeIfAbsent(
                                                source.name() + " | " + meanings.name() + " | "
                                                        + kind(table, column, value.getValue()),
                                                key -> new TreeSet<>())
                                        .add(value.getKey())));
            }
        }
        return values.entrySet().stream()
                .map(line -> line.getKey() + " | " + String.join(", ", line.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By how it is named in the list, type and value. */
    private static Stream<Map.Entry<String, String>> values(StateColumn meanings) {
        Stream<Map.Entry<String, String>> whole = meanings.values().keySet().stream()
                .map(value ->
                        Map.entry(value.isEmpty() ? "empty" : value, (value.matches("-?\\d+") ? "i " : "s ") + value));
        Stream<Map.Entry<String, String>> flags =
                meanings.flags().keySet().stream().map(flag -> Map.entry("flag " + flag, "i " + flag));
        Stream<Map.Entry<String, String>> bits = meanings.bits().keySet().stream()
                .map(bit -> Map.entry("bit " + bit, "x " + "%02x".formatted(0x80 >> bit)));
        Stream<Map.Entry<String, String>> counts =
                meanings.aboveZero() == null ? Stream.of() : Stream.of(Map.entry("0", "i 0"), Map.entry("2", "i 2"));
        return Stream.of(whole, flags, bits, counts).flatMap(all -> all);
    }

    private static String kind(Table table, String column, String value) {
        String index = ".1.1";
        SnmpBox box = new SnmpBox().put(oid(table, table.columns().get(column)) + index + " " + value);
        if (!oid(table, table.columns().get(column)).startsWith(table.entry() + ".")) {
            // A column of another table describes a row of this one, which has to be there.
            String own = table.columns().entrySet().stream()
                    .filter(other -> !other.getValue().startsWith("1.3.")
                            && !other.getKey().equals(column))
                    .filter(other -> table.states().containsKey(other.getKey()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            box.put(oid(table, table.columns().get(own)) + index + " i "
                    + neutral(table.states().get(own)));
        }
        table.only().forEach((name, patterns) -> {
            String fitting = fitting(table, patterns.get(0));
            if (!fitting.isEmpty()) {
                box.put(oid(table, table.columns().get(name)) + index + " s " + fitting);
            }
        });
        Result result = Boxes.read(box);
        // No part at all is what empty bays come to.
        String kind = result.findings().isEmpty() ? "none" : Boxes.only(result).kind();
        return kind.equals(ReadHardware.NOT_VISIBLE) ? "none" : kind;
    }

    /** A value that one of the patterns in use fits. */
    private static String fitting(Table table, String pattern) {
        if (pattern.startsWith("(?i)")) {
            return switch (table.component()) {
                case "fan" -> "fan";
                case "temperature" -> "temp";
                default -> "psu";
            };
        }
        return pattern.contains("?!") ? "a name" : pattern.split("\\|")[0].replace("?", "");
    }

    private static String neutral(StateColumn meanings) {
        return meanings.values().entrySet().stream()
                .filter(value -> value.getValue().startsWith("OK"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String oid(Table table, String column) {
        return column.startsWith("1.3.6.1.") ? column : table.entry() + "." + column;
    }
}
