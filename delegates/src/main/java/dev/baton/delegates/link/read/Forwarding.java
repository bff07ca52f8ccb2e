package dev.baton.delegates.link.read;

import java.util.Map;

/**
 * What keeps a port with a link from forwarding.
 *
 * @param stp {@code forwarding}, {@code blocking}, {@code broken}, {@code other} or {@code unknown}
 * @param dot1x {@code authorized}, {@code unauthorized} or {@code unknown}
 * @param lacp {@code synchronised}, {@code unsynchronised} or {@code unknown}
 */
public record Forwarding(String stp, String dot1x, String lacp) {

    /** Agents give these bits from either end of the octet. */
    private static final int SYNCHRONISED = 0x10 | 0x08;

    public static Forwarding of(LinkCells cells, String ifIndex) {
        return new Forwarding(
                stp(cells, ifIndex), dot1x(cells, ifIndex), lacp(cells.cell(LinkColumn.LACP_STATE, ifIndex)));
    }

    public boolean blocked() {
        return stp.equals("blocking") || stp.equals("broken") || dot1x.equals("unauthorized");
    }

    private static String stp(LinkCells cells, String ifIndex) {
        return cells.column(LinkColumn.BRIDGE_PORT).entrySet().stream()
                .filter(port -> port.getValue().equals(ifIndex))
                .map(Map.Entry::getKey)
                .map(port -> switch (cells.cell(LinkColumn.STP_STATE, port)) {
                    case "2" -> "blocking";
                    case "5" -> "forwarding";
                    case "6" -> "broken";
                    case "" -> "unknown";
                    default -> "other";
                })
                .findFirst()
                .orElse("unknown");
    }

    private static String dot1x(LinkCells cells, String ifIndex) {
        return switch (cells.cell(LinkColumn.DOT1X_STATUS, ifIndex)) {
            case "1" -> "authorized";
            case "2" -> "unauthorized";
            default -> "unknown";
        };
    }

    /** One octet, which is shown as a character when it prints; none of its bits is set where no LACP runs. */
    private static String lacp(String state) {
        boolean hexadecimal = state.matches("[0-9a-fA-F]{2}");
        if (!hexadecimal && state.length() != 1) {
            return "unknown";
        }
        int bits = hexadecimal ? Integer.parseInt(state, 16) : state.charAt(0);
        if (bits == 0) {
            return "unknown";
        }
        return (bits & SYNCHRONISED) == 0 ? "unsynchronised" : "synchronised";
    }
}
