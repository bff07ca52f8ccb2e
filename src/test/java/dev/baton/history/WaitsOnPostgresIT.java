package dev.baton.history;

import dev.baton.testing.TestDatabase;
import java.util.Map;
import javax.sql.DataSource;

class WaitsOnPostgresIT extends WaitsContract {

    @Override
    DataSource database() {
        return TestDatabase.emptyPostgres();
    }

    @Override
    Map<String, String> columnTypes() {
        return Map.of("binary", "bytea", "text", "text");
    }
}
