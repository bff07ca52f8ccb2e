package dev.baton.device.trust.approved;

import dev.baton.action.ChangedHostKey;
import dev.baton.action.HostKeys;
import dev.baton.action.Problem;
import dev.baton.device.trust.OfferedKey;
import dev.baton.device.trust.approved.HostKeyRow.State;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changed host keys in the table {@code baton_host_key}. */
@Component
public class HostKeyTable implements HostKeys {

    private static final String REVIEW = "Task_ReviewHostKey";

    private final JdbcClient jdbc;

    HostKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HostKeyRow> of(String device) {
        return jdbc.sql("select * from baton_host_key where device = :device")
                .param("device", device)
                .query(HostKeyRow::of)
                .list();
    }

    /**
     * Writes down that a run met a key, in the transaction of its finding and review.
     *
     * @return whether it is new and a person may decide about it
     * @throws org.springframework.dao.DuplicateKeyException when another one writes down the same at this moment
     */
    public boolean met(OfferedKey key, String run) {
        List<HostKeyRow> rows = of(key.device());
        String inventory = key.trusted().inventory();
        Optional<HostKeyRow> known = rows.stream()
                .filter(row ->
                        row.inventory().equals(inventory) && row.offered().equals(key.fingerprint()))
                .findFirst();
        if (known.filter(HostKeyRow::stands).isPresent()
                || known.isPresent() && known.equals(HostKeyRow.approved(rows, inventory))) {
            return false;
        }
        known.ifPresent(row -> jdbc.sql("delete from baton_host_key where id = :id")
                .param("id", row.key().id())
                .update());
        insert(key, run);
        return key.bar().isEmpty();
    }

    private void insert(OfferedKey key, String run) {
        String expected = key.trusted().keys().wanted();
        jdbc.sql("""
                        insert into baton_host_key
                          (id, device, inventory, source, expected, offered, key_type, met_by, met_at, state)
                        values (:id, :device, :inventory, :source, :expected, :offered, :type, :run, current_timestamp, :state)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("device", key.device())
                .param("inventory", key.trusted().inventory())
                .param("source", key.trusted().source())
                .param("expected", expected.substring(0, Math.min(expected.length(), 2_000)))
                .param("offered", key.fingerprint())
                .param("type", key.type())
                .param("run", run)
                .param("state", (key.bar().isEmpty() ? State.OPEN : State.BARRED).name())
                .update();
    }

    @Override
    public Optional<ChangedHostKey> undecided(String device) {
        return jdbc.sql("""
                        select * from baton_host_key
                        where device = :device and closed_at is null and state in ('OPEN', 'REJECTED')
                        order by met_at desc fetch first 1 rows only
                        """)
                .param("device", device)
                .query(HostKeyRow::of)
                .optional()
                .map(HostKeyRow::key);
    }

    @Override
    public boolean settle(String change, String run) {
        Decision decision = jdbc.sql("""
                        select person, decision, reason from baton_approval
                        where run = :run and task_key = :task and refused = false
                        order by decided_at desc fetch first 1 rows only
                        """)
                .param("run", run)
                .param("task", REVIEW)
                .query((row, number) -> new Decision(
                        row.getString("person"), row.getString("decision").equals("approve"), row.getString("reason")))
                .optional()
                .orElseThrow(() -> Problem.NOT_APPROVED.because(
                        run + " has no decision of a review of host keys on record, so no key was pinned"));
        int settled = jdbc.sql("""
                        update baton_host_key
                        set state = :state, decided_in = :run, decided_by = :person, decision_reason = :reason,
                          decided_at = current_timestamp
                        where id = :id and closed_at is null and state in ('OPEN', 'REJECTED')
                        """)
                .param("state", (decision.approved() ? State.APPROVED : State.REJECTED).name())
                .param("run", run)
                .param("person", decision.person())
                .param("reason", decision.reason())
                .param("id", change)
                .update();
        if (settled == 0 && decision.approved()) {
            throw Problem.CHECK_FAILED.because("the changed host key is no longer open: the device was connected with a"
                    + " trusted key in the meantime, or another review has decided");
        }
        return decision.approved();
    }

    /** @return whether something was closed and nothing is left open */
    boolean close(String device, String inventory) {
        int closed = jdbc.sql("""
                        update baton_host_key set closed_at = current_timestamp
                        where device = :device and closed_at is null and (state <> 'OPEN' or inventory <> :inventory)
                        """)
                .param("device", device)
                .param("inventory", inventory)
                .update();
        return closed > 0 && of(device).stream().noneMatch(row -> row.closedAt() == null);
    }

    private record Decision(String person, boolean approved, String reason) {}
}
