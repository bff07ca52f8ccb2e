package dev.baton.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The placement table of one diagram. One line each:
 *
 * <pre>
 * ID column row                     the centre of an element, in grid units
 * box ID column row column row      an expanded subprocess: the centres of its first and last cell
 * on ID host side [column]          a boundary event on a side of its host
 * flow ID side[@n] side[@n] [via n] where a flow leaves and enters, and the row or column it runs along
 * label ID where                    the side of a shape or line where its name stands
 * </pre>
 */
record Placement(
        Map<String, Spot> spots,
        Map<String, Frame> frames,
        Map<String, Seat> seats,
        Map<String, Route> routes,
        Map<String, String> labels) {

    record Spot(double column, double row) {}

    record Frame(Spot first, Spot last) {}

    record Seat(String host, Side side, @Nullable Double column) {}

    /** Where a flow meets a shape; a number moves it along the side to that row or column. */
    record Port(Side side, @Nullable Double at) {

        static Port of(String word) {
            String[] parts = word.split("@");
            return new Port(Side.of(parts[0]), parts.length > 1 ? Double.valueOf(parts[1]) : null);
        }
    }

    record Route(Port out, Port in, @Nullable Double via) {}

    static Placement parse(List<String> lines) {
        Placement table = new Placement(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                table.add(new ArrayList<>(List.of(line.strip().split("\\s+"))));
            }
        }
        return table;
    }

    private void add(List<String> words) {
        switch (words.get(0)) {
            case "box" -> frames.put(words.get(1), new Frame(spot(words, 2), spot(words, 4)));
            case "on" -> seats.put(words.get(1), new Seat(words.get(2), Side.of(words.get(3)), optional(words, 4)));
            case "flow" ->
                routes.put(words.get(1), new Route(Port.of(words.get(2)), Port.of(words.get(3)), optional(words, 5)));
            case "label" -> labels.put(words.get(1), words.get(2));
            default -> spots.put(words.get(0), spot(words, 1));
        }
    }

    private static Spot spot(List<String> words, int from) {
        return new Spot(Double.parseDouble(words.get(from)), Double.parseDouble(words.get(from + 1)));
    }

    private static @Nullable Double optional(List<String> words, int at) {
        return words.size() > at ? Double.valueOf(words.get(at)) : null;
    }
}
