package dev.baton.chaos;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.testing.Programs;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL that keeps what it has committed, and that can be restarted under its clients; questions wait until it is back. */
final class ChaosDatabase implements AutoCloseable {

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path log;
    private final JdbcTemplate jdbc;

    ChaosDatabase(Path folder, Path log) throws IOException {
        this.log = log;
        data = folder.resolve("postgres");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        jdbc = new JdbcTemplate(new HikariDataSource(pool()));
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private HikariConfig pool() {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(4);
        return pool;
    }

    /** @param mode {@code fast} hangs up on its clients, {@code immediate} is a crash */
    void restart(String mode) throws IOException {
        String postgres = Files.readString(data.resolve("postmaster.opts")).split(" ")[0];
        List<String> words = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            words.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root.
        }
        words.add(Path.of(postgres).resolveSibling("pg_ctl").toString());
        words.addAll(List.of("restart", "-w", "-m", mode, "-D", data.toString(), "-l", log.toString()));
        Programs.run(words.toArray(String[]::new));
    }

    long number(String query, Object... arguments) {
        return patiently(() -> jdbc.queryForObject(query, Long.class, arguments));
    }

    List<String> words(String query, Object... arguments) {
        return patiently(() -> jdbc.queryForList(query, String.class, arguments));
    }

    List<Map<String, Object>> rows(String query) {
        return patiently(() -> jdbc.queryForList(query));
    }

    private static <T> T patiently(Callable<T> question) {
        return await().pollInSameThread()
                .atMost(LONGEST_OUTAGE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(question, answer -> true);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
