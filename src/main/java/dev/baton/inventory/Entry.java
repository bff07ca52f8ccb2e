package dev.baton.inventory;

import dev.baton.inventory.BadInventoryException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML mapping that knows its place in the file, collects what is wrong with it, and knows which keys were asked for. */
final class Entry {

    private final Path file;
    private final Node place;
    private final List<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Entry(Path file, Node node, List<Fault> faults) {
        this.file = file;
        this.place = node;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::put);
        } else {
            fault(node, "expected keys with values here");
        }
    }

    private void put(NodeTuple pair) {
        String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        keys.put(key, pair.getKeyNode());
        if (values.put(key, pair.getValueNode()) != null) {
            fault(pair.getKeyNode(), "the key " + key + " stands here twice");
        }
    }

    Optional<String> text(String key) {
        Node value = value(key);
        return value == null ? Optional.empty() : scalar(value, key);
    }

    /** The text, or a fault and an empty text. */
    String required(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && value(key) == null) {
            fault(place, key + " is missing");
        }
        return text.orElse("");
    }

    int port(String key, int standard) {
        return text(key).map(text -> port(key, text)).orElse(standard);
    }

    private int port(String key, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        fault(key, key + " must be a number from 1 to 65535, not " + text);
        return 0;
    }

    /** A date; null when there is none, or a fault and null when it is something else. */
    @Nullable
    LocalDate day(String key) {
        Optional<String> text = text(key);
        try {
            return text.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            fault(key, key + " is a date such as 2027-06-30, not " + text.orElse(""));
            return null;
        }
    }

    List<String> texts(String key) {
        Node value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(item -> scalar(item, key).stream())
                    .toList();
        }
        fault(value, key + " must be a list such as [one, two]");
        return List.of();
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(value(key)).map(value -> new Entry(file, value, faults));
    }

    List<Entry> entries(String key) {
        Node value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new Entry(file, item, faults))
                    .toList();
        }
        fault(value, key + " must be a list");
        return List.of();
    }

    /** A file named relative to this inventory file. */
    Path path(String text) {
        return file.resolveSibling(text).toAbsolutePath().normalize();
    }

    /** A file as {@link #path}, which must be there. */
    Path existing(String key, String text) {
        Path path = path(text);
        if (!Files.isReadable(path)) {
            fault(key, key + " names a file that cannot be read: " + path);
        }
        return path;
    }

    void fault(String key, String reason) {
        fault(values.getOrDefault(key, place), reason);
    }

    /** To be called when everything known was asked for: any other key is a fault. */
    void done() {
        keys.forEach((key, node) -> {
            if (!asked.contains(key)) {
                fault(node, "unknown key " + key + "; known here: " + String.join(", ", asked));
            }
        });
    }

    /** Reports that the entry as a whole is wrong. */
    void fault(String reason) {
        fault(place, reason);
    }

    private Optional<String> scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        fault(node, key + " must be a text");
        return Optional.empty();
    }

    private @Nullable Node value(String key) {
        asked.add(key);
        Node value = values.get(key);
        return value == null || value.getTag().equals(Tag.NULL) ? null : value;
    }

    private void fault(Node node, String reason) {
        faults.add(new Fault(file.toString(), node.getStartMark().getLine() + 1, reason));
    }
}
