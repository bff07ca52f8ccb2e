package dev.baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL that writes to disk before it says that it has, as in production, and that tells the CPU time it took. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final JdbcTemplate jdbc;
    private final ProcessHandle postmaster;

    Database() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        // One connection for all questions: a new one for each would be charged to Baton.
        jdbc = new JdbcTemplate(
                new SingleConnectionDataSource(server.getPostgresDatabase().getConnection(), true));
        postmaster = ProcessHandle.of(number("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint"))
                .orElseThrow();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    long number(String query, Object... arguments) {
        Long number = jdbc.queryForObject(query, Long.class, arguments);
        return number == null ? 0 : number;
    }

    void change(String statement, Object... arguments) {
        jdbc.update(statement, arguments);
    }

    String text(String query, Object... arguments) {
        return String.valueOf(jdbc.queryForObject(query, String.class, arguments));
    }

    /** Of the server and its processes since they started, those that have ended included. */
    double cpuSeconds() {
        double children = postmaster.children().mapToDouble(CpuTime::own).sum();
        return CpuTime.own(postmaster) + CpuTime.ofEndedChildren(postmaster) + children;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
