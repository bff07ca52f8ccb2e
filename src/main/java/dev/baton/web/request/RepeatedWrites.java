package dev.baton.web.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers writes by the key that their sender gave them, and what was answered. */
@Repository
class RepeatedWrites {

    private final JdbcClient jdbc;
    private final RepeatSettings settings;
    private final Clock clock;

    RepeatedWrites(JdbcClient jdbc, RepeatSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = Clock.systemUTC();
    }

    /** What a request asks for, in a form that can be compared. */
    static String digest(String method, String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the key. @return false when it was taken before */
    boolean begin(String key, String person, String digest) {
        forgetOld();
        try {
            return jdbc.sql("insert into baton_idempotency (request_key, person, request_digest, created_at)"
                                    + " values (:key, :person, :digest, current_timestamp)")
                            .param("key", key)
                            .param("person", person)
                            .param("digest", digest)
                            .update()
                    == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void end(String key, String person, int status, String body, @Nullable String location) {
        jdbc.sql("update baton_idempotency set status = :status, body = :body, location = :location"
                        + " where request_key = :key and person = :person")
                .param("status", status)
                .param("body", body)
                .param("location", location)
                .param("key", key)
                .param("person", person)
                .update();
    }

    /** Gives the key back: the request was not done. */
    void forget(String key, String person) {
        jdbc.sql("delete from baton_idempotency where request_key = :key and person = :person")
                .param("key", key)
                .param("person", person)
                .update();
    }

    private void forgetOld() {
        jdbc.sql("delete from baton_idempotency where created_at < :before")
                .param("before", clock.instant().minus(settings.keptFor()).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Answer> answer(String key, String person) {
        return jdbc.sql(
                        "select request_digest, status, body, location, created_at, current_timestamp as now_at from baton_idempotency"
                                + " where request_key = :key and person = :person")
                .param("key", key)
                .param("person", person)
                .query((row, number) -> {
                    int status = row.getInt("status");
                    boolean open = row.wasNull();
                    String body = row.getString("body");
                    return new Answer(
                            row.getString("request_digest"),
                            open ? null : status,
                            body == null ? "" : body,
                            row.getString("location"),
                            open && isOverdue(row));
                })
                .optional();
    }

    /** Whether whoever began it, e.g. a node that was killed, will hardly answer any more. */
    private boolean isOverdue(ResultSet row) throws SQLException {
        Duration age = Duration.between(
                row.getObject("created_at", OffsetDateTime.class), row.getObject("now_at", OffsetDateTime.class));
        return age.compareTo(settings.unansweredAfter()) >= 0;
    }

    /**
     * What was answered.
     *
     * @param status null while the request is being done, and for ever when nobody ended it
     * @param lost nobody ended it in time
     */
    record Answer(
            String digest,
            @Nullable Integer status,
            String body,
            @Nullable String location,
            boolean lost) {}
}
