package dev.baton.backup;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes kept revisions into the Git repository; the database stays the truth, so nothing is lost when this fails. */
@Component
class GitMirror {

    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final MirrorLease lease;
    private final BackupSettings settings;

    GitMirror(JdbcClient jdbc, MirrorLease lease, BackupSettings settings) {
        this.jdbc = jdbc;
        this.lease = lease;
        this.settings = settings;
    }

    /**
     * Commits the revisions that the repository lacks, the oldest first.
     *
     * @return how many; 0 when there are none or another node has the lease
     * @throws IOException when the repository cannot be written; what was not committed is tried again later
     */
    int catchUp() throws IOException {
        if (!lease.hold()) {
            return 0;
        }
        try (GitRepository repository = GitRepository.open(settings.repository())) {
            if (repository.created()) {
                jdbc.sql("update baton_config_revision set mirrored = false").update();
            }
            int written = 0;
            for (List<Unmirrored> some = unmirrored(); !some.isEmpty() && lease.hold(); some = unmirrored()) {
                for (Unmirrored revision : some) {
                    write(repository, revision);
                    written++;
                }
            }
            return written;
        } catch (GitAPIException | JGitInternalException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void write(GitRepository repository, Unmirrored revision) throws IOException, GitAPIException {
        repository.commit(revision.device(), revision.text(), message(revision), revision.createdAt());
        jdbc.sql("update baton_config_revision set mirrored = true where device = :device and number = :number")
                .param("device", revision.device())
                .param("number", revision.number())
                .update();
    }

    private static String message(Unmirrored revision) {
        return revision.device() + ": revision " + revision.number() + "\n\nRun: " + revision.run() + "\nReason: "
                + revision.reason() + "\nSHA-256: " + revision.sha256() + "\n" + author(revision);
    }

    private static String author(Unmirrored revision) {
        return revision.author() == null
                ? ""
                : "Author: " + revision.author() + "\nSeen: " + revision.authorSeen() + "\n";
    }

    private List<Unmirrored> unmirrored() {
        return jdbc.sql("""
                        select r.device, r.number, r.sha256, r.run, r.reason, r.author, r.author_seen, r.created_at, b.content
                        from baton_config_revision r join baton_config_blob b on b.sha256 = r.sha256
                        where r.mirrored = false order by r.created_at, r.device, r.number
                        fetch first :some rows only
                        """)
                .param("some", AT_A_TIME)
                .query((row, index) -> new Unmirrored(
                        row.getString("device"),
                        row.getInt("number"),
                        row.getString("sha256"),
                        row.getString("run"),
                        row.getString("reason"),
                        row.getString("author"),
                        row.getString("author_seen"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Blob.text(row.getBytes("content"))))
                .list();
    }

    private record Unmirrored(
            String device,
            int number,
            String sha256,
            String run,
            String reason,
            @Nullable String author,
            @Nullable String authorSeen,
            Instant createdAt,
            String text) {}
}
