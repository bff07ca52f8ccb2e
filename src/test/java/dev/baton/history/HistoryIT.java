package dev.baton.history;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The history on both databases. */
class HistoryIT {

    @Nested
    class OnH2 extends HistoryContract {

        @Override
        DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:history;DB_CLOSE_DELAY=-1");
            return database;
        }

        @Override
        Map<String, String> columnTypes() {
            return Map.of("binary", "blob", "text", "clob");
        }
    }

    @Nested
    class OnPostgresql extends HistoryContract {

        private EmbeddedPostgres server;

        @Override
        DataSource database() {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return server.getPostgresDatabase();
        }

        @Override
        Map<String, String> columnTypes() {
            return Map.of("binary", "bytea", "text", "text");
        }

        @AfterAll
        void stop() throws IOException {
            server.close();
        }
    }
}
