package dev.baton.delegates.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpDatabasesTest {

    private static final String LIST =
            ";\n; Archive created at 2026-11-25\n3310; 0 16385 TABLE DATA public book shop\n";

    private final DumpDatabases dumpDatabases = new DumpDatabases();

    @Test
    void aDumpTakesItsPlaceOnceItWasReadBack() {
        ScriptedSession host = ScriptedSession.host()
                .on("pg_dump", "")
                .on("pg_restore --list", LIST)
                .on("mv", "");

        Result result = host.perform(dumpDatabases, databases("shop"));

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds()).containsExactly("database-dump-failed");
        assertThat(host.sent())
                .containsExactly(
                        "env LC_ALL=C pg_dump --format=custom --no-password --file /var/backups/postgresql/.shop.part"
                                + " --dbname 'user=postgres dbname=shop'",
                        "env LC_ALL=C pg_restore --list /var/backups/postgresql/.shop.part",
                        "mv -fT /var/backups/postgresql/.shop.part /var/backups/postgresql/shop.dump");
    }

    @Test
    void aDumpThatCannotBeReadOrHoldsNothingLeavesTheLastOne() {
        ScriptedSession unreadable = ScriptedSession.host()
                .on("pg_dump", "")
                .on("pg_restore", command -> Answer.of(command, 1, "", "pg_restore: error: input file is too short"));
        ScriptedSession empty = ScriptedSession.host().on("pg_dump", "").on("pg_restore", "; Archive created\n");

        assertThat(fault(unreadable)).contains("input file is too short");
        assertThat(fault(empty)).contains("no table with data");
        assertThat(unreadable.sent()).noneMatch(text -> text.startsWith("mv"));
    }

    @Test
    void theWordNoneMeansNoDatabase() {
        Result result = ScriptedSession.host().perform(dumpDatabases, databases("none"));

        assertThat(result.changed()).isFalse();
        assertThat(result.checkedKinds()).isEmpty();
        assertThat(dumpDatabases.summarise(Map.of("dev1", result))).containsEntry("dumpFailedCount", 0);
    }

    private String fault(ScriptedSession host) {
        Result result = host.perform(dumpDatabases, databases("shop"));
        assertThat(result.findings()).extracting(Finding::part).containsExactly("database shop");
        return result.findings().get(0).message();
    }

    private static DumpDatabasesInputs databases(String names) {
        return Inputs.bind(DumpDatabasesInputs.class, Map.of("databases", names));
    }
}
