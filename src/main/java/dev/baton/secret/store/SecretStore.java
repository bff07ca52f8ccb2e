package dev.baton.secret.store;

import dev.baton.secret.Secret;
import dev.baton.secret.store.Seal.Place;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secrets by name and device in the tables {@code baton_secret} and {@code baton_secret_version}. */
@Component
public class SecretStore {

    private final JdbcClient jdbc;
    private final Seal seal;

    SecretStore(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    public Versions versions(String name, String device) {
        return jdbc.sql("select * from baton_secret where name = :name and device = :device")
                .param("name", name)
                .param("device", device)
                .query(Versions::of)
                .optional()
                .orElse(Versions.NONE);
    }

    /** Empty for a version that is not kept. */
    public Optional<Secret> open(String name, String device, int version) {
        return jdbc.sql("select sealed from baton_secret_version"
                        + " where name = :name and device = :device and version = :version")
                .param("name", name)
                .param("device", device)
                .param("version", version)
                .query((row, number) -> row.getBytes("sealed"))
                .optional()
                .map(bytes -> seal.open(new Place(name, device, version), bytes));
    }

    /** Keeps a new version as the pending one, in the place of one that is pending. @return its number */
    @Transactional
    public int keepPending(String name, String device, Secret secret, String madeBy) {
        begin(name, device);
        int version = jdbc.sql("select newest_version from baton_secret where name = :name and device = :device")
                .param("name", name)
                .param("device", device)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into baton_secret_version (name, device, version, sealed, made_by, made_at)
                        values (:name, :device, :version, :sealed, :madeBy, current_timestamp)
                        """)
                .param("name", name)
                .param("device", device)
                .param("version", version)
                .param("sealed", seal.close(new Place(name, device, version), secret))
                .param("madeBy", madeBy)
                .update();
        return version;
    }

    /** The row is locked from here on, so that two of these follow one another. */
    private void begin(String name, String device) {
        int counted = jdbc.sql("""
                        update baton_secret
                        set newest_version = newest_version + 1, pending_version = newest_version + 1,
                          changed_at = current_timestamp
                        where name = :name and device = :device
                        """).param("name", name).param("device", device).update();
        if (counted == 0) {
            jdbc.sql("""
                            insert into baton_secret
                              (name, device, current_version, pending_version, newest_version, changed_at)
                            values (:name, :device, 0, 1, 1, current_timestamp)
                            """).param("name", name).param("device", device).update();
        }
    }

    /** One statement: whoever looks sees the old version or the new one. @return false when another version is pending */
    public boolean promote(String name, String device, int pending) {
        return jdbc.sql("""
                        update baton_secret
                        set previous_version = current_version, current_version = pending_version,
                          pending_version = null, changed_at = current_timestamp
                        where name = :name and device = :device and pending_version = :pending
                        """)
                        .param("name", name)
                        .param("device", device)
                        .param("pending", pending)
                        .update()
                == 1;
    }

    public void discard(String name, String device, int pending) {
        jdbc.sql("""
                        update baton_secret set pending_version = null, changed_at = current_timestamp
                        where name = :name and device = :device and pending_version = :pending
                        """)
                .param("name", name)
                .param("device", device)
                .param("pending", pending)
                .update();
    }

    /** Has the first secret count again, which the inventory names. @return false when it counts already */
    public boolean forget(String name, String device) {
        return jdbc.sql("""
                        update baton_secret
                        set current_version = 0, previous_version = null, pending_version = null,
                          changed_at = current_timestamp
                        where name = :name and device = :device and (current_version > 0 or pending_version is not null)
                        """).param("name", name).param("device", device).update() == 1;
    }

    /** Opens every kept secret, so that a wrong key, a moved row or plain text is found. @throws UnsealableException for one */
    void requireAllSealed() {
        List<Place> places = jdbc.sql("select name, device, version from baton_secret_version")
                .query((row, number) ->
                        new Place(row.getString("name"), row.getString("device"), row.getInt("version")))
                .list();
        for (Place place : places) {
            open(place.name(), place.device(), place.version()).ifPresent(Secret::close);
        }
    }
}
