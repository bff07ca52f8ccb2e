package dev.baton.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL that writes to disk before it says that it has, as in production, and that tells the CPU time it took. */
final class Database implements AutoCloseable {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int USER_TIME_OF_ENDED = 13;
    private static final int SYSTEM_TIME_OF_ENDED = 14;

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

    /** Of the server and its processes since they started, those that have ended included. */
    double cpuSeconds() {
        double own = ticks(postmaster, USER_TIME, SYSTEM_TIME, USER_TIME_OF_ENDED, SYSTEM_TIME_OF_ENDED);
        double children = postmaster
                .children()
                .mapToDouble(child -> ticks(child, USER_TIME, SYSTEM_TIME))
                .sum();
        return (own + children) / TICKS_A_SECOND;
    }

    private static double ticks(ProcessHandle process, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field : fields) {
                ticks += Double.parseDouble(words[field]);
            }
            return ticks;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
