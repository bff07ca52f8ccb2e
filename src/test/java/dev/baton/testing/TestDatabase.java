package dev.baton.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** An empty database with Baton's own tables. */
public record TestDatabase(DataSource dataSource, JdbcTemplate jdbc, PlatformTransactionManager transactions) {

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static TestDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return migrated(new DriverManagerDataSource(url, "baton", ""), Map.of("binary", "blob", "text", "clob"));
    }

    /** A new database in the one PostgreSQL server that the tests of this JVM share. */
    public static TestDatabase postgres() {
        return migrated(emptyPostgres(), Map.of("binary", "bytea", "text", "text"));
    }

    /** A new database in the same server, without any table. */
    public static DataSource emptyPostgres() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute("create database " + name);
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    private static TestDatabase migrated(DataSource dataSource, Map<String, String> placeholders) {
        Flyway.configure()
                .dataSource(dataSource)
                .placeholders(placeholders)
                .load()
                .migrate();
        return new TestDatabase(dataSource, new JdbcTemplate(dataSource), new DataSourceTransactionManager(dataSource));
    }
}
