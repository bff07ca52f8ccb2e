package dev.baton.delegates.link.read;

import java.util.Optional;

/** The tree of physical parts: which interface a part belongs to. */
public final class Entities {

    private static final int MOST_LEVELS = 6;
    private static final String IF_INDEX = "1.3.6.1.2.1.2.2.1.1.";

    private Entities() {}

    /** The ifIndex of the nearest part around it that is mapped to an interface; empty when none is. */
    public static Optional<String> interfaceOf(LinkCells cells, String part) {
        String entity = part;
        for (int level = 0; level < MOST_LEVELS && !entity.isEmpty(); level++) {
            String mapped = cells.cell(LinkColumn.ALIAS_MAPPING, entity + ".0");
            if (!mapped.isEmpty()) {
                return Optional.of(mapped.startsWith(IF_INDEX) ? mapped.substring(IF_INDEX.length()) : "");
            }
            entity = cells.cell(LinkColumn.CONTAINED_IN, entity);
        }
        return Optional.empty();
    }
}
