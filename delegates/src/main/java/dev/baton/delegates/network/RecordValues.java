package dev.baton.delegates.network;

import dev.baton.action.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** Values of DNS records in one spelling, so that they can be compared. */
final class RecordValues {

    private static final int FIELDS = 5;

    private RecordValues() {}

    /** The values of the type in lines of an answer, {@code NAME TTL CLASS TYPE VALUE} after the first line. */
    static List<String> of(RecordType type, List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\\s+", FIELDS))
                .filter(fields -> fields.length == FIELDS && fields[FIELDS - 2].equals(type.name()))
                .map(fields -> normal(type, fields[FIELDS - 1]))
                .toList();
    }

    static String normal(RecordType type, String value) {
        return switch (type) {
            case AAAA -> address(value.strip());
            case TXT -> text(value.strip());
            default -> withoutDot(value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        };
    }

    private static String address(String value) {
        // Only an address has a colon; a name would be looked up.
        if (!value.contains(":")) {
            throw Problem.BAD_INPUT.because("AAAA expects addresses such as 2001:db8::1, not " + value);
        }
        try {
            return InetAddress.getByName(value).getHostAddress();
        } catch (UnknownHostException e) {
            throw Problem.BAD_INPUT.because("AAAA expects addresses such as 2001:db8::1, not " + value);
        }
    }

    /** Long texts come in several quoted parts that belong together. */
    private static String text(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted
                ? value.substring(1, value.length() - 1).replace("\" \"", "").replace("\\\"", "\"")
                : value;
    }

    private static String withoutDot(String name) {
        return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
