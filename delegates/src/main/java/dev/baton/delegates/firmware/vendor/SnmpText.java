package dev.baton.delegates.firmware.vendor;

import dev.baton.action.Binding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes readable text of what agents give for text: hexadecimal digits, quotes, padding, several lines, words for nothing. */
public final class SnmpText {

    private static final Pattern HEX = Pattern.compile("(?:0x)?([0-9A-Fa-f]{2})(?:[ :]?[0-9A-Fa-f]{2}){3,}[ :]?");
    private static final Pattern SEPARATED = Pattern.compile("0x.*|(?:[0-9A-Fa-f]{2}[ :])+[0-9A-Fa-f]{0,2}");
    private static final Pattern LABEL = Pattern.compile("(?s)^(?:STRING|Hex-STRING|OCTET STRING): *(.*)$");
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)|n/?a|none|null|not (?:specified|available|applicable|present|set)|unknown|unspecified|undefined|invalid"
                    + "|default string|to be filled by o\\.?e\\.?m\\.?|[-.\\s*#?x]+|0+");

    private SnmpText() {}

    /** The value in one line; empty when the variable is absent or says in words that there is nothing. */
    public static String line(Binding binding) {
        return binding.exists() ? line(binding.value()) : "";
    }

    /** The same for a text. */
    public static String line(String raw) {
        String line = text(raw).replaceAll("\\s+", " ").strip();
        return NOTHING.matcher(line).matches() ? "" : line;
    }

    /** The text with its lines. */
    public static String text(String raw) {
        String text = LABEL.matcher(raw.strip()).replaceFirst("$1").strip();
        text = decoded(unquoted(text));
        return unquoted(text.replace("\r\n", "\n").replace('\r', '\n')).strip();
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").strip()
                : text;
    }

    /** Octets that print, written as digits because of their padding. */
    private static String decoded(String text) {
        String digits = text.replaceAll("\\s+", " ");
        if (!HEX.matcher(digits).matches() || !SEPARATED.matcher(digits).matches()) {
            return text;
        }
        byte[] octets = HexFormat.of().parseHex(digits.replaceFirst("^0x", "").replaceAll("[ :]", ""));
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        for (byte octet : octets) {
            if (octet != 0 && octet != (byte) 0xff) {
                kept.write(octet);
            }
        }
        String decoded = decoded(kept.toByteArray());
        boolean prints = decoded.codePoints()
                .allMatch(
                        c -> (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t' || c > 0xa0 && c != 0xfffd);
        return prints && !decoded.isBlank() ? decoded : text;
    }

    /** Old agents write in Latin-1. */
    private static String decoded(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(octets, StandardCharsets.ISO_8859_1);
    }
}
