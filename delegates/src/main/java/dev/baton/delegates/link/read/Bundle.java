package dev.baton.delegates.link.read;

/**
 * The aggregate that a port belongs to.
 *
 * @param lag {@code member}, {@code waiting} while its bundle has not taken it, {@code none} or {@code unknown}
 * @param partner {@code seen}, {@code none} when nobody speaks LACP at the other end, or {@code unknown}
 * @param text both for people
 */
public record Bundle(String lag, String partner, String text) {

    private static final long ABSENT = -1;

    public static Bundle of(LinkCells cells, String ifIndex) {
        long attached = bundle(cells, LinkColumn.LAG_ATTACHED, ifIndex);
        long selected = bundle(cells, LinkColumn.LAG_SELECTED, ifIndex);
        if (attached == ABSENT && selected == ABSENT) {
            return new Bundle("unknown", "unknown", "not visible");
        }
        if (attached <= 0 && selected <= 0) {
            return new Bundle("none", "unknown", "in none");
        }
        String name = name(cells, attached > 0 ? attached : selected);
        String id = cells.cell(LinkColumn.LAG_PARTNER, ifIndex);
        String partner = id.isEmpty() ? "unknown" : id.matches("[0:. ]+") ? "none" : "seen";
        return new Bundle(
                attached > 0 ? "member" : "waiting",
                partner,
                (attached > 0 ? "member of " : "not taken by ") + name + ", partner "
                        + (partner.equals("seen") ? id : partner.equals("none") ? "speaks no LACP" : "not visible"));
    }

    /** A port alone is its own aggregate in some devices. */
    private static long bundle(LinkCells cells, LinkColumn column, String ifIndex) {
        long found = cells.number(column, ifIndex, ABSENT);
        return String.valueOf(found).equals(ifIndex) ? 0 : found;
    }

    private static String name(LinkCells cells, long ifIndex) {
        String name = cells.cell(LinkColumn.NAME, String.valueOf(ifIndex));
        return name.isEmpty() ? "bundle " + ifIndex : name;
    }
}
