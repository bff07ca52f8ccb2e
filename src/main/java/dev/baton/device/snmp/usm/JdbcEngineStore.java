package dev.baton.device.snmp.usm;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Engine ids in the database. */
@Component
class JdbcEngineStore implements EngineStore {

    private final JdbcTemplate jdbc;

    JdbcEngineStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KnownEngine> all() {
        return jdbc.query(
                "select device, address, engine_id from baton_snmp_engine",
                (row, number) -> new KnownEngine(row.getString(1), row.getString(2), row.getString(3)));
    }

    @Override
    public void save(List<KnownEngine> engines) {
        int[] updated = jdbc.batchUpdate(
                "update baton_snmp_engine set address = ?, engine_id = ?, learned_at = current_timestamp where device"
                        + " = ?",
                engines.stream().map(JdbcEngineStore::row).toList());
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                insert(engines.get(i));
            }
        }
    }

    private void insert(KnownEngine engine) {
        try {
            jdbc.update(
                    "insert into baton_snmp_engine (address, engine_id, device, learned_at)"
                            + " values (?, ?, ?, current_timestamp)",
                    row(engine));
        } catch (DuplicateKeyException e) {
            // Another node has learned it in the meantime.
            save(List.of(engine));
        }
    }

    private static Object[] row(KnownEngine engine) {
        return new Object[] {engine.address(), engine.engineId(), engine.device()};
    }
}
