package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ActionProblem;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.ssh.TestSsh;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import dev.baton.testing.RememberedObservations;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Backups with the real restic over OpenSSH: what its exit status hides is found. */
class HostBackupIT {

    private static final String RESTIC = "/usr/bin/restic";
    private static final String PG_DUMP = "/usr/bin/pg_dump";
    private static final String PG_RESTORE = "/usr/bin/pg_restore";

    @RegisterExtension
    static final OpenSshServer HOST = new OpenSshServer();

    @TempDir
    static Path shared;

    /** Made once: its key is slow by design. */
    private static Path empty;

    private static Deadlines deadlines;
    private static Protocol ssh;

    @TempDir
    private Path folder;

    private AnnotationConfigApplicationContext context;
    private DelegateSession session;

    @BeforeAll
    static void start() throws IOException {
        Programs.require(RESTIC, PG_DUMP, PG_RESTORE);
        Path password = Files.writeString(shared.resolve("password"), "geheim\n");
        empty = shared.resolve("repository");
        Programs.run(RESTIC, "--repo", empty.toString(), "--password-file", password.toString(), "init");
        deadlines = new Deadlines();
        ssh = TestSsh.protocol(deadlines);
    }

    @AfterAll
    static void stop() {
        if (deadlines != null) {
            deadlines.close();
        }
    }

    @BeforeEach
    void makeARepository() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(files.resolve("a file " + i), ("content " + i + "\n").repeat(200 + i));
        }
        Files.writeString(folder.resolve("password"), "geheim\n");
        Files.writeString(folder.resolve("wrong"), "falsch\n");
        Programs.run("/bin/cp", "-r", empty.toString(), repository());
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Observations.class, RememberedObservations::new);
        context.scan("dev.baton.delegates.restic", "dev.baton.delegates.database");
        context.refresh();
        session = new DelegateSession(
                Devices.named("host1", "127.0.0.1", "linux", HOST.port(), HOST.credential(), HOST.pin()),
                () -> ssh.open(
                        Devices.named("host1", "127.0.0.1", "linux", HOST.port(), HOST.credential(), HOST.pin())));
    }

    @AfterEach
    void close() {
        session.close();
        context.close();
    }

    @Test
    void aBackupIsMadeOncePerRunReadBackRestoredAndKeptUntilSomethingIsWrong() throws IOException {
        Result first = act("backUpFiles", backup());
        Result again = act("backUpFiles", backup());

        assertThat(first.changed()).isTrue();
        assertThat(first.findings()).isEmpty();
        assertThat(first.facts()).containsEntry("files", 3L);
        assertThat(again.changed()).isFalse();
        assertThat(again.facts().get("snapshotId")).isEqualTo(first.facts().get("snapshotId"));
        Result restored = act("testRestore", Map.of());
        assertThat(restored.facts()).containsEntry("comparedFiles", 3);
        assertThat(restored.findings()).isEmpty();
        assertThat(act("forgetSnapshots", Map.of("run", "RUN-000042")).facts()).containsEntry("kept", 1);
        Result check = act("checkRepository", Map.of("share", "100%"));
        assertThat(check.checkedKinds()).containsExactly("backup-repository-damaged");
        assertThat(check.findings()).isEmpty();

        aFileThatIsOtherThanInTheBackupThoughNobodyChangedItIsFound();
        aDamagedRepositoryIsFound();
    }

    private void aFileThatIsOtherThanInTheBackupThoughNobodyChangedItIsFound() throws IOException {
        Path rotten = folder.resolve("files/a file 1");
        FileTime time = Files.getLastModifiedTime(rotten);
        Files.setLastModifiedTime(Files.writeString(rotten, "rotten\n"), time);
        Path changed = Files.writeString(folder.resolve("files/a file 2"), "changed by somebody\n");
        Files.setLastModifiedTime(changed, FileTime.fromMillis(0));

        Result result = act("testRestore", Map.of());

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(Assertions.tuple("restore-test-failed", rotten.toString()));
        assertThat(result.facts()).containsEntry("comparedFiles", 1);
    }

    private void aDamagedRepositoryIsFound() throws IOException {
        for (Path pack : packs()) {
            try (RandomAccessFile bytes = new RandomAccessFile(pack.toFile(), "rw")) {
                bytes.seek(40);
                bytes.write(bytes.read() ^ 0xff);
            }
        }

        Result check = act("checkRepository", Map.of("share", "100%"));

        assertThat(check.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(Assertions.tuple("backup-repository-damaged", repository()));
        assertThat(check.findings().get(0).evidence()).contains("does not match");
    }

    @Test
    void aMissingPathIsFoundThoughResticSucceedsAndAWrongPasswordAndAMissingRepositoryAreToldApart() {
        Map<String, Object> inputs = backup();
        inputs.put("paths", folder + "/files\n" + folder + "/gone");
        assertThat(act("backUpFiles", inputs).findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(Assertions.tuple("backup-incomplete", folder + "/gone"));

        Map<String, Object> wrong = backup();
        wrong.put("passwordFile", folder + "/wrong");
        assertRefused("the password in " + folder + "/wrong opens no key", wrong);

        Map<String, Object> missing = backup();
        missing.put("repository", folder + "/nowhere");
        assertRefused("there is no repository at", missing);
    }

    @Test
    void resticItselfTellsWhatTheRulesWouldForgetAndNothingGoesUnseen() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        for (int day = 1; day <= 4; day++) {
            Programs.run(
                    RESTIC,
                    "--repo",
                    repository(),
                    "--password-file",
                    folder + "/password",
                    "backup",
                    "--host",
                    "host1",
                    "--time",
                    "2026-01-0" + day + " 01:00:00",
                    (day == 1 ? other : folder.resolve("files")).toString());
        }
        act("backUpFiles", backup());
        Map<String, Object> rules =
                new HashMap<>(Map.of("run", "RUN-000042", "keepDaily", "1", "keepWeekly", "0", "keepMonthly", "0"));

        assertThat(act("forgetSnapshots", rules).facts())
                .containsEntry("heldBack", "3 would go, and no snapshot would have " + other);
        rules.put("lastOfPath", "true");
        rules.put("mostForgotten", "2");
        assertThat(act("forgetSnapshots", rules).facts()).containsEntry("heldBack", "3 would go, more than 2");
        rules.put("mostForgotten", "3");
        assertThat(act("forgetSnapshots", rules).facts())
                .containsEntry("forgotten", 3)
                .containsEntry("kept", 2);
    }

    @Test
    void aDatabaseIsDumpedAndOneThatIsNotThereIsFound() {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.emptyPostgres();
        new JdbcTemplate(database).execute("create table book (title text); insert into book values ('Emma')");

        Result result = session.perform(
                context.getBean("dumpDatabases", DeviceDelegate.class),
                Map.of(
                        "databases", database.getDatabaseName() + "\nnowhere",
                        "folder", folder.toString(),
                        "connection", "host=localhost user=postgres port=" + database.getPortNumbers()[0]));

        assertThat(folder.resolve(database.getDatabaseName() + ".dump")).exists();
        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(Assertions.tuple("database-dump-failed", "database nowhere"));
        assertThat(result.findings().get(0).message()).contains("does not exist");
    }

    private void assertRefused(String words, Map<String, Object> inputs) {
        Assertions.assertThatThrownBy(() -> act("backUpFiles", inputs))
                .isInstanceOfSatisfying(
                        ActionProblem.class,
                        problem -> assertThat(problem.problem()).isEqualTo(Problem.CHECK_FAILED))
                .hasMessageContaining(words);
    }

    private Result act(String delegate, Map<String, ?> inputs) {
        Map<String, Object> all = new HashMap<>(
                Map.of("repository", repository(), "passwordFile", folder + "/password", "become", "false"));
        all.putAll(inputs);
        return session.perform(context.getBean(delegate, DeviceDelegate.class), all);
    }

    private Map<String, Object> backup() {
        return new HashMap<>(Map.of("paths", folder + "/files", "run", "RUN-000042"));
    }

    private String repository() {
        return folder + "/repository";
    }

    private List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("repository/data"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().setWritable(true))
                    .toList();
        }
    }
}
