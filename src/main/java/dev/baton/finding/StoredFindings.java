package dev.baton.finding;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps findings in the database: at most one is open for a device, kind and part. */
@Service
class StoredFindings implements Findings, FindingActs {

    private static final int MESSAGE_LENGTH = 2_000;
    private static final int EVIDENCE_LENGTH = 4_000;

    private final JdbcClient jdbc;
    private final FindingSettings settings;
    private final TransactionTemplate transaction;
    private final TransactionTemplate attempt;

    StoredFindings(JdbcClient jdbc, FindingSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        // A savepoint: losing the race for the open finding must not spoil the transaction of the step.
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String report(String run, Finding finding) {
        String id = transaction.execute(status -> renewed(run, finding)
                .or(() -> opened(run, finding))
                .or(() -> renewed(run, finding))
                .orElseThrow(() -> new IllegalStateException("the open finding vanished: " + finding)));
        if (id == null) {
            throw new IllegalStateException("the transaction gave no id for " + finding);
        }
        return id;
    }

    @Override
    public void resolve(String run, String device, String kind) {
        jdbc.sql("""
                        update baton_finding
                        set state = 'RESOLVED', open_key = null, resolved_at = current_timestamp, run = :run
                        where device = :device and kind = :kind and state <> 'RESOLVED'
                        """)
                .param("run", run)
                .param("device", device)
                .param("kind", kind)
                .update();
    }

    @Override
    public void resolve(String run, String device, String kind, String part) {
        jdbc.sql("""
                        update baton_finding
                        set state = 'RESOLVED', open_key = null, resolved_at = current_timestamp, run = :run
                        where device = :device and kind = :kind and part = :part and state <> 'RESOLVED'
                        """)
                .param("run", run)
                .param("device", device)
                .param("kind", kind)
                .param("part", part)
                .update();
    }

    @Override
    public void settle(String run, String source, String device, Set<String> kinds, Collection<Finding> found) {
        found.forEach(finding -> report(run, finding));
        Set<String> stillThere = found.stream().map(StoredFindings::key).collect(Collectors.toSet());
        if (!stillThere.isEmpty()) {
            jdbc.sql("update baton_finding set source = :source where open_key in (:keys)")
                    .param("source", source)
                    .param("keys", stillThere)
                    .update();
        }
        if (kinds.isEmpty()) {
            return;
        }
        List<String> gone = jdbc
                .sql("""
                        select open_key from baton_finding
                        where device = :device and kind in (:kinds) and state <> 'RESOLVED'
                          and (source is null or source = :source)
                        """)
                .param("device", device)
                .param("kinds", kinds)
                .param("source", source)
                .query(String.class)
                .list()
                .stream()
                .filter(key -> !stillThere.contains(key))
                .toList();
        if (!gone.isEmpty()) {
            jdbc.sql("""
                            update baton_finding
                            set state = 'RESOLVED', open_key = null, resolved_at = current_timestamp, run = :run
                            where open_key in (:keys)
                            """).param("run", run).param("keys", gone).update();
        }
    }

    @Override
    public boolean acknowledge(String id, String person, String note) {
        return jdbc.sql("""
                        update baton_finding
                        set state = 'ACKNOWLEDGED', acknowledged_by = :person, acknowledged_at = current_timestamp,
                          acknowledged_note = :note
                        where id = :id and state = 'OPEN'
                        """)
                        .param("person", person)
                        .param("note", shortened(note, MESSAGE_LENGTH))
                        .param("id", id)
                        .update()
                == 1;
    }

    private Optional<String> renewed(String run, Finding finding) {
        Optional<String> id = jdbc.sql("select id from baton_finding where open_key = :key")
                .param("key", key(finding))
                .query(String.class)
                .optional();
        id.ifPresent(known -> refresh(known, run, finding));
        return id;
    }

    private Optional<String> opened(String run, Finding finding) {
        try {
            return Optional.ofNullable(attempt.execute(status -> {
                Optional<String> known = lately(finding);
                known.ifPresent(id -> refresh(id, run, finding));
                return known.orElseGet(() -> inserted(run, finding));
            }));
        } catch (DuplicateKeyException someoneWasFaster) {
            return Optional.empty();
        }
    }

    /** The same finding, if it was resolved so lately that it rather came back than is a new one. */
    private Optional<String> lately(Finding finding) {
        return jdbc.sql("""
                        select id, resolved_at, current_timestamp as now from baton_finding
                        where device = :device and kind = :kind and part = :part and state = 'RESOLVED'
                        order by resolved_at desc fetch first 1 rows only
                        """)
                .param("device", finding.device())
                .param("kind", finding.kind())
                .param("part", part(finding))
                .query((row, number) -> new Resolved(
                        row.getString("id"),
                        row.getObject("resolved_at", OffsetDateTime.class).toInstant(),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .optional()
                .filter(resolved -> resolved.at().plus(settings.reopenWithin()).isAfter(resolved.now()))
                .map(Resolved::id);
    }

    private void refresh(String id, String run, Finding finding) {
        jdbc.sql("""
                        update baton_finding
                        set state = case when state = 'ACKNOWLEDGED' and severity = :severity then state else 'OPEN' end,
                          reopened = case when state = 'RESOLVED' then reopened + 1 else reopened end,
                          open_key = :key, resolved_at = null, severity = :severity, message = :message,
                          evidence = :evidence, seen = seen + 1, seen_at = current_timestamp, run = :run
                        where id = :id
                        """)
                .param("key", key(finding))
                .param("severity", finding.severity().name())
                .param("message", shortened(finding.message(), MESSAGE_LENGTH))
                .param("evidence", evidence(finding))
                .param("run", run)
                .param("id", id)
                .update();
    }

    private String inserted(String run, Finding finding) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into baton_finding
                          (id, device, kind, part, severity, message, evidence, state, seen, opened_at, seen_at, run,
                          open_key)
                        values (:id, :device, :kind, :part, :severity, :message, :evidence, 'OPEN', 1, current_timestamp,
                          current_timestamp, :run, :key)
                        """)
                .param("id", id)
                .param("device", finding.device())
                .param("kind", finding.kind())
                .param("part", part(finding))
                .param("severity", finding.severity().name())
                .param("message", shortened(finding.message(), MESSAGE_LENGTH))
                .param("evidence", evidence(finding))
                .param("run", run)
                .param("key", key(finding))
                .update();
        return id;
    }

    private static String key(Finding finding) {
        return finding.device() + "|" + finding.kind() + "|" + part(finding);
    }

    private static String part(Finding finding) {
        return finding.part() == null ? "" : finding.part();
    }

    private static @Nullable String evidence(Finding finding) {
        return finding.evidence() == null ? null : shortened(finding.evidence(), EVIDENCE_LENGTH);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private record Resolved(String id, Instant at, Instant now) {}
}
