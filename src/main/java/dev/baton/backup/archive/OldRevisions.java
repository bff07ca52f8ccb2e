package dev.baton.backup.archive;

import dev.baton.action.ConfigArchive.Keeping;
import dev.baton.action.ConfigArchive.Thinned;
import dev.baton.action.Content;
import dev.baton.action.Observations;
import dev.baton.backup.archive.Thinning.Aged;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes revisions that are too old, and contents that no revision has any more; part of its caller's transaction. */
@Component
class OldRevisions {

    private static final String ACCEPTED = "accepted-configuration";
    private static final int STAY = 2;

    private final JdbcClient jdbc;
    private final Observations observations;
    private final Clock clock;

    @Autowired
    OldRevisions(JdbcClient jdbc, Observations observations) {
        this(jdbc, observations, Clock.systemUTC());
    }

    OldRevisions(JdbcClient jdbc, Observations observations, Clock clock) {
        this.jdbc = jdbc;
        this.observations = observations;
        this.clock = clock;
    }

    Thinned thinOut(Keeping keeping) {
        Instant now = clock.instant();
        Thinning thinning = new Thinning(keeping, now);
        Map<String, List<Aged>> old = olderThan(now.minus(keeping.all())).stream()
                .collect(Collectors.groupingBy(Aged::device, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Integer>> removed = new LinkedHashMap<>();
        int contents = 0;
        for (Map.Entry<String, List<Aged>> device : old.entrySet()) {
            List<Aged> gone = thinning.gone(device.getValue());
            if (!gone.isEmpty()) {
                removed.put(
                        device.getKey(),
                        gone.stream().map(Aged::number).sorted().toList());
                contents += remove(device.getKey(), gone);
            }
        }
        return new Thinned(removed, contents);
    }

    private List<Aged> olderThan(Instant limit) {
        Map<String, String> accepted = accepted();
        return jdbc.sql("""
                        select device, number, sha256, created_at, mirrored from (
                          select device, number, sha256, created_at, mirrored,
                            row_number() over (partition by device order by number desc) as place
                          from baton_config_revision) x
                        where place > :stay and created_at < :limit order by device, number desc
                        """)
                .param("stay", STAY)
                .param("limit", Timestamp.from(limit))
                .query((row, index) -> new Aged(
                        row.getString("device"),
                        row.getInt("number"),
                        row.getString("sha256"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        !row.getBoolean("mirrored")
                                || row.getString("sha256").equals(accepted.get(row.getString("device")))))
                .list();
    }

    /** The digest of the configuration that people accepted, by device. */
    private Map<String, String> accepted() {
        return observations.latest(ACCEPTED).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        seen -> Content.of(Objects.toString(
                                        seen.getValue().content().get("configuration"), ""))
                                .sha256()));
    }

    private int remove(String device, List<Aged> gone) {
        jdbc.sql("delete from baton_config_revision where device = :device and number in (:numbers)")
                .param("device", device)
                .param("numbers", gone.stream().map(Aged::number).toList())
                .update();
        return jdbc.sql("""
                        delete from baton_config_blob where sha256 in (:contents) and not exists (
                          select 1 from baton_config_revision r where r.sha256 = baton_config_blob.sha256)
                        """).param("contents", contents(gone)).update();
    }

    private static Set<String> contents(List<Aged> gone) {
        return gone.stream().map(Aged::sha256).collect(Collectors.toSet());
    }
}
