package dev.baton.testing;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** An agent made of lines {@code OID TYPE VALUE}, as the lab's files have them; it walks and finds what comes next. */
public final class SnmpBox implements Function<Command, Answer> {

    private static final Path LAB = Path.of("../src/main/resources/lab/snmp");

    private final NavigableMap<String, Binding> variables = new TreeMap<>(Comparator.comparing(SnmpBox::sortable));

    public static SnmpBox of(String... lines) {
        SnmpBox box = new SnmpBox();
        Stream.of(lines).forEach(box::put);
        return box;
    }

    /** The agent of files of the lab. */
    public static SnmpBox lab(String... names) {
        SnmpBox box = new SnmpBox();
        Stream.of(names).flatMap(name -> lines(name).stream()).forEach(box::put);
        return box;
    }

    /** The variables in a file of the lab. */
    public static List<String> lines(String name) {
        try (Stream<String> lines = Files.lines(LAB.resolve(name + ".txt"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a variable or gives it another value. */
    public SnmpBox put(String line) {
        String[] fields = line.split("\\s+", 3);
        String text = fields.length < 3 ? "" : fields[2];
        String value = fields[1].startsWith("x") ? octets(text) : text;
        String type = "i".equals(fields[1].substring(0, 1)) ? "INTEGER" : "OCTET STRING";
        variables.put(fields[0], new Binding(fields[0], type, value));
        return this;
    }

    /** Takes away a whole subtree. */
    public SnmpBox without(String root) {
        variables.keySet().removeIf(oid -> oid.equals(root) || oid.startsWith(root + "."));
        return this;
    }

    @Override
    public Answer apply(Command command) {
        return switch (command.channel()) {
            case SNMP_WALK -> Answer.of(command, below(command.text()));
            case SNMP_GET_NEXT ->
                Answer.of(
                        command,
                        Stream.of(command.text().split(" ")).map(this::next).toList());
            default -> throw new AssertionError("not SNMP: " + command.text());
        };
    }

    private List<Binding> below(String root) {
        return new ArrayList<>(variables.values())
                .stream()
                        .filter(binding -> binding.oid().startsWith(root + "."))
                        .toList();
    }

    private Binding next(String oid) {
        var next = variables.higherEntry(oid);
        return next == null ? new Binding(oid, "endOfMibView", "") : next.getValue();
    }

    /** As the SNMP link gives octets: text where they print, else hexadecimal. */
    private static String octets(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));
        for (byte octet : octets) {
            if (octet < ' ') {
                return HexFormat.ofDelimiter(":").formatHex(octets);
            }
        }
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static String sortable(String oid) {
        return Stream.of(oid.split("\\."))
                .map(number -> "%010d".formatted(Long.parseLong(number)))
                .reduce("", (all, number) -> all + "." + number);
    }
}
