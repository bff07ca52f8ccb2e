package dev.baton.backup;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.secret.SecretReference;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revisions and devices for tests of other packages. */
public final class TestBackups {

    private TestBackups() {}

    public static BackupViews views(JdbcClient jdbc) {
        return new StoredBackupViews(jdbc);
    }

    /** A switch that can be reached over SSH, or not. */
    public static InventoryDevice device(String name, boolean ssh, String... tags) {
        SecretReference password = new SecretReference("env:PASSWORD");
        return new InventoryDevice(
                new Device(name, "192.0.2.1", "cisco_ios", null, null, Set.of(tags), Criticality.LOW, null, false),
                List.of(),
                ssh
                        ? new SshAccess(
                                22,
                                new Credential.SshPassword("one", "ada", password, null),
                                new HostTrust.Pin("SHA256:key"),
                                null)
                        : null,
                null);
    }

    /** Keeps a revision as if it had been fetched then; the mirror has it. */
    public static void keep(JdbcClient jdbc, String device, int number, String text, Instant at) {
        Blob blob = Blob.of(text);
        int known = jdbc.sql("select count(*) from baton_config_blob where sha256 = :sha256")
                .param("sha256", blob.sha256())
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into baton_config_blob (sha256, bytes, content) values (:sha256, :bytes, :content)")
                    .param("sha256", blob.sha256())
                    .param("bytes", blob.bytes())
                    .param("content", blob.deflated())
                    .update();
        }
        jdbc.sql("""
                        insert into baton_config_revision (device, number, sha256, added_lines, removed_lines, run, reason,
                          created_at, verified_at, mirrored)
                        values (:device, :number, :sha256, 1, 0, 'RUN-000001', 'nightly', :at, :at, true)
                        """)
                .param("device", device)
                .param("number", number)
                .param("sha256", blob.sha256())
                .param("at", Timestamp.from(at))
                .update();
    }
}
