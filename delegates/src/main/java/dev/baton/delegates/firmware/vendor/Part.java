package dev.baton.delegates.firmware.vendor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part with a firmware of its own: a boot loader, a BIOS, the rows of a table.
 *
 * @param names the column that names the rows of the table
 * @param source what people know the variable by
 */
public record Part(
        String name,
        @Nullable String oid,
        @Nullable String column,
        @Nullable String names,
        @Nullable Pattern description,
        @Nullable Pattern find,
        String source) {

    /** The same as a source of one value. */
    public Source value() {
        return new Source(oid, column, description, null, source, find);
    }
}
