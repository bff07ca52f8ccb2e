package dev.baton.procedure.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, as a browser would with the fonts of the stylesheet. */
final class Words {

    private static final double FONT_SIZE = 12;
    private static final String NARROW = "iljtfI.,:;'|!()[]/ ";
    private static final String WIDE = "mwMW%@";

    private Words() {}

    /** The lines of a text within this width; what does not fit into them ends in an ellipsis. */
    static List<String> wrap(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            for (String part : parts(word, width)) {
                if (line.length() > 0 && width(line + " " + part) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(part);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, most));
        shown.set(most - 1, shown.get(most - 1) + "…");
        return shown;
    }

    static double width(String text) {
        return text.chars()
                .mapToDouble(c -> FONT_SIZE
                        * (NARROW.indexOf(c) >= 0
                                ? 0.30
                                : WIDE.indexOf(c) >= 0 ? 0.86 : Character.isUpperCase(c) ? 0.68 : 0.55))
                .sum();
    }

    private static List<String> parts(String word, double width) {
        if (width(word) <= width) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int c : word.codePoints().toArray()) {
            if (part.length() > 0 && width(part + Character.toString(c)) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.appendCodePoint(c);
        }
        parts.add(part.toString());
        return parts;
    }
}
