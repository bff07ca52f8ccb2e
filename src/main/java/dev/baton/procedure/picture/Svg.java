package dev.baton.procedure.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG; whatever comes from a diagram is escaped here and nowhere else. */
final class Svg {

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. @param attributes names and values in turn */
    Svg open(String element, Object... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    Svg leaf(String element, Object... attributes) {
        start(element, attributes).append("/>");
        return this;
    }

    Svg text(String content) {
        text.append(escape(content));
        return this;
    }

    Svg close() {
        text.append("</").append(open.pop()).append('>');
        if (open.size() <= 1) {
            text.append('\n');
        }
        return this;
    }

    /** A number as short as it can be without being seen. */
    static String number(double value) {
        String written = String.format(Locale.ROOT, "%.1f", value);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private StringBuilder start(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String written = value instanceof Number number ? number(number.doubleValue()) : value.toString();
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(written))
                    .append('"');
        }
        return text;
    }

    private static String escape(String raw) {
        StringBuilder safe = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
