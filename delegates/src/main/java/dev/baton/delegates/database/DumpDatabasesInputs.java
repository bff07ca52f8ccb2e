package dev.baton.delegates.database;

import dev.baton.action.Input;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;

/** Which databases {@link DumpDatabases} dumps, and where to. */
record DumpDatabasesInputs(
        @Input(label = "Databases", description = "Of PostgreSQL, one per line; the word none for none.")
        List<@Pattern(regexp = "[A-Za-z0-9_][A-Za-z0-9_.-]*") String> databases,

        @Input(
                label = "Folder",
                description = "Where the dumps stand on the host, readable by the account only; it must be there.",
                value = "/var/backups/postgresql")
        @Pattern(regexp = "(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+")
        String folder,

        @Input(
                label = "Connection",
                description =
                        "Host, port and user as PostgreSQL's tools take them, e.g. host=/run/postgresql user=backup;"
                                + " a password stands in ~/.pgpass of the account, never here.",
                value = "user=postgres")
        @Pattern(regexp = "(?:(?!password)[a-z]+=[A-Za-z0-9_./-]+ ?)*")
        String connection,

        @Input(label = "Timeout", description = "How long one database may take.", value = "PT2H")
        Duration timeout) {

    private static final String NONE = "none";

    List<String> wanted() {
        return databases.stream().filter(name -> !name.equals(NONE)).toList();
    }
}
