package dev.baton.delegates.hardware.table;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The octets behind the text of an SNMP answer, which is hexadecimal where they do not print. */
final class Octets {

    private static final String HEX = "[0-9a-f]{2}(:[0-9a-f]{2})*+";

    private Octets() {}

    static byte[] of(String value) {
        return value.matches(HEX)
                ? HexFormat.of().parseHex(value.replace(":", ""))
                : value.getBytes(StandardCharsets.UTF_8);
    }

    /** The text that agents fill up with blanks, dots or NULs; an empty one where there is none. */
    static String text(String value) {
        if (!value.matches("[0-9a-f]{2}(:[0-9a-f]{2})++")) {
            return value.strip();
        }
        String text = new String(of(value), StandardCharsets.ISO_8859_1).replace("\0", "");
        boolean prints = text.chars().allMatch(c -> c >= ' ' && c < 127);
        return prints ? text.strip() : value;
    }
}
