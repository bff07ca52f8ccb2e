package dev.baton.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.action.Content;
import dev.baton.action.Observation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps observations in the database: one row is current per device and kind. */
@Service
class StoredObservations implements KeptObservations {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoredObservations(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void keep(String run, String device, List<Observation> seen) {
        seen.forEach(observation -> {
            Row row = new Row(run, device, observation.kind(), written(observation.content()));
            try {
                keep(row, observation.history());
            } catch (DuplicateKeyException someoneWasFaster) {
                keep(row, observation.history());
            }
        });
    }

    private void keep(Row row, boolean history) {
        transaction.executeWithoutResult(status -> {
            if (renewed(row) == 0 && (history || replaced(row) == 0)) {
                supersede(row);
                insert(row);
            }
        });
    }

    private int renewed(Row row) {
        return jdbc.sql("""
                        update baton_observation set seen_at = current_timestamp, run = :run
                        where current_key = :key and digest = :digest
                        """)
                .param("run", row.run())
                .param("key", row.key())
                .param("digest", row.digest())
                .update();
    }

    private int replaced(Row row) {
        return jdbc.sql("""
                        update baton_observation set content = :content, digest = :digest, since = current_timestamp,
                          seen_at = current_timestamp, run = :run
                        where current_key = :key
                        """)
                .param("content", row.content())
                .param("digest", row.digest())
                .param("run", row.run())
                .param("key", row.key())
                .update();
    }

    private void supersede(Row row) {
        jdbc.sql("update baton_observation set current_key = null where current_key = :key")
                .param("key", row.key())
                .update();
    }

    private void insert(Row row) {
        jdbc.sql("""
                        insert into baton_observation
                          (id, device, kind, content, digest, since, seen_at, run, current_key)
                        values (:id, :device, :kind, :content, :digest, current_timestamp, current_timestamp, :run, :key)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("device", row.device())
                .param("kind", row.kind())
                .param("content", row.content())
                .param("digest", row.digest())
                .param("run", row.run())
                .param("key", row.key())
                .update();
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        return jdbc.sql("select * from baton_observation where current_key = :key")
                .param("key", key(device, kind))
                .query(this::seen)
                .optional();
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return jdbc.sql("""
                        select * from baton_observation where device = :device and kind = :kind
                        order by case when current_key is null then 1 else 0 end, seen_at desc
                        fetch first :most rows only
                        """)
                .param("device", device)
                .param("kind", kind)
                .param("most", most)
                .query(this::seen)
                .list();
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        Map<String, Seen> all = new TreeMap<>();
        jdbc.sql("select * from baton_observation where kind = :kind and current_key is not null")
                .param("kind", kind)
                .query((row, number) -> Map.entry(row.getString("device"), seen(row, number)))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    private Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                read(row.getString("content")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("run"));
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, CONTENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds an observation that is no JSON", e);
        }
    }

    private String written(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an observation holds what is no JSON", e);
        }
    }

    private static String key(String device, String kind) {
        return device + "|" + kind;
    }

    private record Row(String run, String device, String kind, String content) {

        String key() {
            return StoredObservations.key(device, kind);
        }

        String digest() {
            return Content.of(content).sha256();
        }
    }
}
