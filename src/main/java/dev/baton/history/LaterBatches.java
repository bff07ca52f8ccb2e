package dev.baton.history;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which devices of a procedure that works batch by batch are in no batch yet. */
@Repository
public class LaterBatches {

    private final JdbcClient jdbc;

    LaterBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The devices that no procedure of the run has taken yet; empty as long as it has taken no batch at all. */
    public List<String> devices(RunPart tree) {
        return tree.all()
                .flatMap(part -> ofInstance(part.id()).stream())
                .distinct()
                .toList();
    }

    private List<String> ofInstance(String instance) {
        return jdbc.sql("""
                        select t.device from baton_target t
                        where t.target_set in (select parent from baton_target_set where run = :run and parent is not null)
                          and not exists (
                            select 1 from baton_target taken join baton_target_set batch on batch.id = taken.target_set
                            where batch.run = :run and batch.parent = t.target_set and taken.device = t.device)
                        order by t.target_set, t.position""").param("run", instance).query(String.class).list();
    }
}
