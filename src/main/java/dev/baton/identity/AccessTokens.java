package dev.baton.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens by which scripts sign in as the person who made them. */
@Repository
public class AccessTokens {

    /** So that secret scanners, and people, know one when they see it. */
    private static final String PREFIX = "baton_";

    private static final int RANDOM_BYTES = 32;
    private static final Duration USE_IS_NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    AccessTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the token, which nobody can read again */
    public String make(String person, String purpose, Duration validFor) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("insert into baton_access_token (id, person, purpose, digest, made_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        person,
                        purpose,
                        digest(token),
                        database(now),
                        database(now.plus(validFor)))
                .update();
        return token;
    }

    /** The person of a token that is neither unknown, expired nor revoked. */
    public Optional<String> person(String token) {
        Instant now = clock.instant();
        Optional<AccessToken> known = jdbc.sql("select * from baton_access_token where digest = ?")
                .param(digest(token))
                .query(AccessTokens::read)
                .optional()
                .filter(found -> found.isValidAt(now));
        known.ifPresent(found -> used(found, now));
        return known.map(AccessToken::person);
    }

    /** All of one person, or of everybody when {@code person} is null; the latest first. */
    public List<AccessToken> list(@Nullable String person) {
        return jdbc.sql("select * from baton_access_token where cast(? as varchar(255)) is null or person = ?"
                        + " order by made_at desc, id")
                .params(person, person)
                .query(AccessTokens::read)
                .list();
    }

    /**
     * Ends a token at once.
     *
     * @param owner whose token it must be; anybody's when null
     * @return whether there was such a token that had not been revoked yet
     */
    public boolean revoke(String id, @Nullable String owner, String by) {
        return jdbc.sql(
                                "update baton_access_token set revoked_at = ?, revoked_by = ?"
                                        + " where id = ? and revoked_at is null and (cast(? as varchar(255)) is null or person = ?)")
                        .params(database(clock.instant()), by, id, owner, owner)
                        .update()
                == 1;
    }

    private void used(AccessToken token, Instant now) {
        if (token.usedAt() == null || token.usedAt().plus(USE_IS_NOTED).isBefore(now)) {
            jdbc.sql("update baton_access_token set used_at = ? where id = ?")
                    .params(database(now), token.id())
                    .update();
        }
    }

    private static AccessToken read(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("person"),
                row.getString("purpose"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "used_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime database(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
