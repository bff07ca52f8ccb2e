package dev.baton.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.baton.action.ConfigStore.Dump;
import dev.baton.action.ConfigStore.Kept;
import dev.baton.action.ConfigStore.Revision;
import dev.baton.action.LastChange.Author;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What backups must do on every database. */
abstract class BackupContract {

    private static final String FIRST = "hostname sw1\ninterface Gi0/1\n no shutdown\nend\n";
    private static final String SECOND = "hostname sw1\ninterface Gi0/1\n shutdown\nend\n";

    @TempDir
    private Path folder;

    private final List<Object> published = new ArrayList<>();
    private JdbcClient jdbc;
    private StoredConfigs configs;
    private BackupViews views;

    abstract TestDatabase database();

    @BeforeEach
    void emptyDatabase() {
        TestDatabase database = database();
        jdbc = JdbcClient.create(database.jdbc());
        configs = new StoredConfigs(jdbc, database.transactions(), published::add, settings(folder));
        views = new StoredBackupViews(jdbc);
    }

    @Test
    void theFirstDumpIsTheFirstRevision() {
        Revision revision = configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));

        assertThat(revision.number()).isEqualTo(1);
        assertThat(revision.changed()).isTrue();
        assertThat(revision.addedLines()).isEqualTo(4);
        assertThat(views.content("sw1", 1)).contains(FIRST);
        assertThat(published).containsExactly(new RevisionKept("sw1", 1));
    }

    @Test
    void theSameDumpOnlyRenewsTheTimeOfVerification() {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        Revision again = configs.save(new Dump("RUN-000002", "sw1", FIRST, "nightly"));

        assertThat(again.number()).isEqualTo(1);
        assertThat(again.changed()).isFalse();
        assertThat(views.revisions("sw1")).singleElement().satisfies(revision -> {
            assertThat(revision.run()).isEqualTo("RUN-000001");
            assertThat(revision.verifiedAt()).isAfter(revision.createdAt());
        });
    }

    @Test
    void aChangeIsARevisionWithItsDiff() {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        Revision revision = configs.save(new Dump("RUN-000002", "sw1", SECOND, "after the change"));

        assertThat(revision.number()).isEqualTo(2);
        assertThat(revision.addedLines()).isEqualTo(1);
        assertThat(revision.removedLines()).isEqualTo(1);
        assertThat(views.diff("sw1", 1, 2)).hasValue("""
                        --- sw1 revision 1
                        +++ sw1 revision 2
                        @@ -1,4 +1,4 @@
                         hostname sw1
                         interface Gi0/1
                        - no shutdown
                        + shutdown
                         end
                        """);
        assertThat(views.diff("sw1", 2, 2)).hasValue("");
        assertThat(views.diff("sw1", 1, 3)).isEmpty();
    }

    @Test
    void theLastChangeIsWhatMadeTheLastRevision() {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        assertThat(configs.lastChange("sw1")).isEmpty();
        configs.save(new Dump("RUN-000002", "sw1", SECOND, "after the change"));

        assertThat(configs.lastChange("sw1")).hasValueSatisfying(change -> {
            assertThat(change.run()).isEqualTo("RUN-000002");
            assertThat(change.reason()).isEqualTo("after the change");
            assertThat(change.lines()).anyMatch(line -> line.startsWith("+"));
        });
    }

    @Test
    void goingBackIsARevisionThatSharesTheOldContent() {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        configs.save(new Dump("RUN-000002", "sw1", SECOND, "nightly"));

        assertThat(configs.save(new Dump("RUN-000003", "sw1", FIRST, "nightly")).number())
                .isEqualTo(3);
        assertThat(count("baton_config_blob")).isEqualTo(2);
    }

    @Test
    void twoRunsAtOnceKeepOneRevision() throws Exception {
        List<Callable<Revision>> saves = IntStream.range(0, 4)
                .mapToObj(run ->
                        (Callable<Revision>) () -> configs.save(new Dump("RUN-00000" + run, "sw1", FIRST, "nightly")))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(saves.size());

        try {
            for (Future<Revision> save : threads.invokeAll(saves)) {
                assertThat(save.get().number()).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(count("baton_config_revision")).isEqualTo(1);
    }

    @Test
    void theCoverageIsTheLastRevisionOfEveryDevice() {
        configs.save(new Dump("RUN-000001", "sw2", FIRST, "nightly"));
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        configs.save(new Dump("RUN-000002", "sw1", SECOND, "nightly"));

        assertThat(views.coverage())
                .extracting(RevisionView::device, RevisionView::number)
                .containsExactly(tuple("sw1", 2), tuple("sw2", 1));
    }

    @Test
    void whatTheDeviceSaysOfItsLastChangeIsKeptWithTheRevision() throws Exception {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly", "mark 1", null));
        configs.save(new Dump(
                "RUN-000002", "sw1", SECOND, "nightly", "mark 2", new Author("ada", "configured by ada on vty0")));

        assertThat(configs.last("sw1").map(Kept::mark)).contains("mark 2");
        assertThat(configs.last("sw1").map(Kept::fetchDue)).contains(false);
        assertThat(views.revision("sw1", 2)).hasValueSatisfying(revision -> {
            assertThat(revision.author()).isEqualTo("ada");
            assertThat(revision.authorSeen()).isEqualTo("configured by ada on vty0");
        });
        assertThat(views.revision("sw1", 1).map(RevisionView::author)).isEmpty();
        mirror(folder).catchUp();
        assertThat(log().get(0).getFullMessage()).contains("Author: ada\nSeen: configured by ada on vty0");
        assertThat(log().get(1).getFullMessage()).doesNotContain("Author");
    }

    @Test
    void aConfirmedRevisionIsGoodButNotFetched() {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly", "mark 1", null));
        jdbc.sql("update baton_config_revision set verified_at = verified_at - interval '8' day")
                .update();

        configs.confirm("sw1", 1);

        assertThat(configs.last("sw1").map(Kept::fetchDue)).contains(true);
        assertThat(views.revision("sw1", 1))
                .hasValueSatisfying(revision -> assertThat(revision.goodAt())
                        .isEqualTo(revision.confirmedAt())
                        .isAfter(revision.verifiedAt()));
        configs.save(new Dump("RUN-000002", "sw1", FIRST, "nightly", "mark 1", null));
        assertThat(configs.last("sw1").map(Kept::fetchDue)).contains(false);
    }

    @Test
    void theMirrorHasACommitPerRevisionWithRunAndReason() throws Exception {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        configs.save(new Dump("RUN-000002", "sw1", SECOND, "after the change"));
        GitMirror mirror = mirror(folder);

        assertThat(mirror.catchUp()).isEqualTo(2);
        assertThat(mirror.catchUp()).isZero();

        assertThat(folder.resolve("sw1.cfg")).hasContent(SECOND);
        assertThat(log()).hasSize(2).first().satisfies(commit -> {
            assertThat(commit.getFullMessage())
                    .startsWith("sw1: revision 2\n")
                    .contains("Run: RUN-000002")
                    .contains("Reason: after the change");
            assertThat(commit.getAuthorIdent().getName()).isEqualTo("Baton");
        });
        assertThat(views.coverage()).allMatch(RevisionView::mirrored);
    }

    @Test
    void aMirrorThatCannotBeWrittenLosesNothing() throws Exception {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        Path blocked = Files.createFile(folder.resolve("blocked"));

        assertThatThrownBy(() -> mirror(blocked).catchUp()).isInstanceOf(IOException.class);
        Files.delete(blocked);

        assertThat(mirror(blocked).catchUp()).isEqualTo(0);
        jdbc.sql("delete from baton_lease").update();
        assertThat(mirror(blocked).catchUp()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenCommitAndDatabaseMakesNoSecondCommit() throws Exception {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        GitMirror mirror = mirror(folder);
        mirror.catchUp();
        jdbc.sql("update baton_config_revision set mirrored = false").update();
        Files.createFile(folder.resolve(".git/index.lock"));

        assertThat(mirror.catchUp()).isEqualTo(1);
        assertThat(log()).hasSize(1);
    }

    @Test
    void aNewRepositoryGetsEveryRevision() throws Exception {
        configs.save(new Dump("RUN-000001", "sw1", FIRST, "nightly"));
        mirror(folder.resolve("old")).catchUp();
        jdbc.sql("delete from baton_lease").update();

        assertThat(mirror(folder.resolve("new")).catchUp()).isEqualTo(1);
    }

    @Test
    void aNameCannotLeaveTheFolder() throws Exception {
        configs.save(new Dump("RUN-000001", "../../evil/.git", FIRST, "nightly"));

        mirror(folder).catchUp();

        assertThat(folder.resolve("_._.._evil_.git.cfg")).exists();
    }

    private GitMirror mirror(Path repository) {
        return new GitMirror(jdbc, new MirrorLease(jdbc), settings(repository));
    }

    private static BackupSettings settings(Path repository) {
        return new BackupSettings(repository, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofHours(36));
    }

    private List<RevCommit> log() throws Exception {
        try (Git git = Git.open(folder.toFile())) {
            List<RevCommit> commits = new ArrayList<>();
            git.log().call().forEach(commits::add);
            return commits;
        }
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
