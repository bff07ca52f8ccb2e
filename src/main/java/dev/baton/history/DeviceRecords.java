package dev.baton.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is known of devices beside the inventory: backups and findings. */
@Repository
public class DeviceRecords {

    private static final String REVISIONS = """
            select v.*, b.bytes, r.reference from baton_config_revision v
              join baton_config_blob b on b.sha256 = v.sha256
              left join ACT_HI_PROCINST p on p.ID_ = v.run
              left join baton_run r on r.process_instance = p.ROOT_PROC_INST_ID_""";

    private final JdbcClient jdbc;

    DeviceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Age of the last backup and number of open findings, for every device that has either. */
    public Map<String, DeviceState> states() {
        return jdbc
                .sql("""
                        select device, max(verified_at) as backup_at, max(findings) as findings from (
                          select device, verified_at, 0 as findings from baton_config_revision
                          union all
                          select device, cast(null as timestamp with time zone) as verified_at, count(*) as findings from baton_finding
                            where state = 'OPEN' group by device) x
                        group by device""")
                .query((row, number) -> new DeviceState(
                        Columns.text(row, "device"), Columns.timeOrNull(row, "backup_at"), row.getInt("findings")))
                .stream()
                .collect(Collectors.toMap(DeviceState::device, Function.identity()));
    }

    /** The configuration revisions of a device, the latest first. */
    public List<ConfigVersion> configVersions(String device) {
        return jdbc.sql(REVISIONS + " where v.device = :device order by v.number desc")
                .param("device", device)
                .query((row, number) -> version(row))
                .list();
    }

    public Optional<ConfigVersion> configVersion(String device, int version) {
        return jdbc.sql(REVISIONS + " where v.device = :device and v.number = :version")
                .param("device", device)
                .param("version", version)
                .query((row, number) -> version(row))
                .optional();
    }

    /** The findings that match, the one seen last first. */
    public Page<DeviceFinding> findings(
            @Nullable String device, @Nullable String kind, @Nullable String state, Slice slice) {
        Conditions conditions = new Conditions()
                .and("f.device = :device", "device", device)
                .and("f.kind = :kind", "kind", kind)
                .and("f.state = :state", "state", state);
        long total = jdbc.sql("select count(*) from baton_finding f" + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        List<DeviceFinding> findings = jdbc.sql(
                        """
                        select f.*, r.reference from baton_finding f left join ACT_HI_PROCINST p on p.ID_ = f.run
                          left join baton_run r on r.process_instance = p.ROOT_PROC_INST_ID_""" + conditions.where() + " order by f.seen_at desc, f.id limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", slice.size())
                .param("offset", slice.offset())
                .query((row, number) -> new DeviceFinding(
                        Columns.text(row, "id"),
                        Columns.text(row, "device"),
                        Columns.text(row, "kind"),
                        Columns.text(row, "part"),
                        Columns.text(row, "severity"),
                        Columns.text(row, "message"),
                        Columns.text(row, "state"),
                        row.getInt("seen"),
                        Columns.time(row, "opened_at"),
                        Columns.time(row, "seen_at"),
                        Columns.timeOrNull(row, "resolved_at"),
                        row.getString("reference")))
                .list();
        return Page.of(findings, total, slice);
    }

    private static ConfigVersion version(ResultSet row) throws SQLException {
        return new ConfigVersion(
                Columns.text(row, "device"),
                row.getInt("number"),
                Columns.text(row, "sha256"),
                row.getInt("bytes"),
                row.getInt("added_lines"),
                row.getInt("removed_lines"),
                row.getString("reference"),
                Columns.text(row, "reason"),
                Columns.time(row, "created_at"),
                Columns.time(row, "verified_at"),
                row.getBoolean("mirrored"));
    }

    /** What a list of devices shows beside the inventory. */
    public record DeviceState(String device, @Nullable Instant backupAt, int findings) {}

    /** One revision of a device's configuration; {@code verifiedAt} is when a backup last found it unchanged. */
    public record ConfigVersion(
            String device,
            int version,
            String sha256,
            int bytes,
            int addedLines,
            int removedLines,
            @Nullable String run,
            String reason,
            Instant createdAt,
            Instant verifiedAt,
            boolean mirrored) {}

    /** A finding with the run that saw it last. */
    public record DeviceFinding(
            String id,
            String device,
            String kind,
            String part,
            String severity,
            String message,
            String state,
            int seen,
            Instant openedAt,
            Instant seenAt,
            @Nullable Instant resolvedAt,
            @Nullable String run) {}
}
