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
    public void save(KnownEngine engine) {
        if (update(engine) == 0) {
            try {
                jdbc.update(
                        "insert into baton_snmp_engine (device, address, engine_id, learned_at)"
                                + " values (?, ?, ?, current_timestamp)",
                        engine.device(),
                        engine.address(),
                        engine.engineId());
            } catch (DuplicateKeyException e) {
                // Another node has learned it in the meantime.
                update(engine);
            }
        }
    }

    private int update(KnownEngine engine) {
        return jdbc.update(
                "update baton_snmp_engine set address = ?, engine_id = ?, learned_at = current_timestamp where device = ?",
                engine.address(),
                engine.engineId(),
                engine.device());
    }
}
