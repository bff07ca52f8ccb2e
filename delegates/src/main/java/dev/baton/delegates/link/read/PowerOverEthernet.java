package dev.baton.delegates.link.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a port gives power to what is behind it.
 *
 * @param word {@code fault}, {@code supply-faulty}, {@code delivering}, {@code searching}, {@code disabled}, {@code other}
 *     or {@code unknown}
 * @param text the same for people, with the counters
 */
public record PowerOverEthernet(String word, String text) {

    static final PowerOverEthernet UNKNOWN = new PowerOverEthernet("unknown", "not visible");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)$");
    private static final long FAULTY = 3;

    public static PowerOverEthernet of(LinkCells cells, String ifIndex, String port) {
        return row(cells, ifIndex, port).map(row -> read(cells, row)).orElse(UNKNOWN);
    }

    /** Cisco says which part a row is. Elsewhere only a number that is the interface's and stands in its name is trusted. */
    private static Optional<String> row(LinkCells cells, String ifIndex, String port) {
        Matcher last = LAST_NUMBER.matcher(port);
        boolean numbered = last.find() && last.group(1).equals(ifIndex);
        List<String> rows = cells.column(LinkColumn.POE_STATUS).keySet().stream()
                .filter(row -> {
                    String part = cells.cell(LinkColumn.POE_ENTITY, row);
                    return part.isEmpty()
                            ? numbered && row.endsWith("." + ifIndex)
                            : Entities.interfaceOf(cells, part)
                                    .filter(ifIndex::equals)
                                    .isPresent();
                })
                .toList();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    private static PowerOverEthernet read(LinkCells cells, String row) {
        String supply = row.split("\\.", 2)[0];
        String word = switch (cells.cell(LinkColumn.POE_STATUS, row)) {
            case "1" -> "disabled";
            case "2" -> "searching";
            case "3" -> "delivering";
            case "4", "6" -> "fault";
            default -> "other";
        };
        boolean dead = cells.number(LinkColumn.POE_SUPPLY_STATUS, supply, 0) == FAULTY;
        return new PowerOverEthernet(
                dead && !word.equals("delivering") ? "supply-faulty" : word,
                word
                        + counter(cells, "denied", LinkColumn.POE_DENIED, row)
                        + counter(cells, "overloads", LinkColumn.POE_OVERLOAD, row)
                        + counter(cells, "shorts", LinkColumn.POE_SHORT, row)
                        + supply(cells, supply, dead));
    }

    private static String counter(LinkCells cells, String name, LinkColumn column, String row) {
        String value = cells.cell(column, row);
        return value.isEmpty() || value.equals("0") ? "" : ", " + name + " " + value;
    }

    private static String supply(LinkCells cells, String supply, boolean dead) {
        String watts = cells.cell(LinkColumn.POE_SUPPLY_WATTS, supply);
        String used = cells.cell(LinkColumn.POE_SUPPLY_USED, supply);
        String budget = watts.isEmpty() || used.isEmpty() ? "" : ", " + used + " of " + watts + " W used";
        return dead ? ", its supply is faulty" + budget : budget;
    }
}
