package dev.baton.procedure.deploy;

import static dev.baton.procedure.deploy.DeployingFixture.diagram;
import static dev.baton.procedure.deploy.DeployingFixture.form;
import static dev.baton.procedure.deploy.DeployingFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** A procedure of one's own, under a key that is shipped too, never gives way to the shipped one by accident. */
class LostFolderTest {

    private static final String FILE = "processes/management/patch-hosts.bpmn";

    @TempDir
    Path root;

    private Path folder;
    private DeployingFixture fixture;
    private ProcedureFiles files;

    @BeforeEach
    void aProcedureOfOnesOwn() throws IOException {
        fixture = new DeployingFixture(List.of());
        folder = root.resolve("own");
        write(folder, FILE, diagram("patch-hosts", "look", "Look"));
        write(folder, "forms/look.form", form("look", "Note"));
        files = fixture.files(folder, new ShippedFiles());
        assertThat(files.apply()).isTrue();
    }

    @AfterEach
    void closeTheEngine() {
        fixture.close();
    }

    @Test
    void aFolderThatIsGoneKeepsWhatItHeld() throws IOException {
        Files.move(folder, root.resolve("elsewhere"));

        files.apply();

        assertKept();
        assertThat(files.problem())
                .contains(folder.toString())
                .contains("baton.procedures.path")
                .contains("is not there");
        Files.move(root.resolve("elsewhere"), folder);
        files.apply();
        assertThat(files.problem()).isEmpty();
    }

    @Test
    void aMountPointThatIsLeftEmptyKeepsWhatTheFolderHeld() throws IOException {
        Files.move(folder, root.resolve("elsewhere"));
        Files.createDirectories(folder.resolve("processes"));
        Files.createDirectories(folder.resolve("forms"));

        files.apply();

        assertKept();
        assertThat(files.problem()).contains("everything that it held is not there");
    }

    @Test
    void oneFileThatCannotBeReadKeepsAllAsTheyWere() throws IOException {
        write(folder, "processes/management/check-ports.bpmn", diagram("check-ports", "look", "Look"));
        Files.delete(folder.resolve(FILE));
        Files.createSymbolicLink(folder.resolve(FILE), root.resolve("nowhere"));

        files.apply();

        assertKept();
        assertThat(fixture.latest()).doesNotContainKey("check-ports");
        assertThat(files.problem()).contains("patch-hosts.bpmn is not there");
    }

    @Test
    void aStartWithoutTheFolderDeploysNothingAndSaysSo() throws IOException {
        Map<String, Integer> before = fixture.latest();
        Files.move(folder, root.resolve("elsewhere"));
        ProcedureFiles restarted = fixture.files(folder, new ShippedFiles());

        assertThat(restarted.apply()).isFalse();

        assertThat(fixture.latest()).isEqualTo(before);
        assertThat(restarted.problem()).contains("shipped procedures do not take the place of yours");
        Files.move(root.resolve("elsewhere"), folder);
        assertThat(restarted.apply()).isTrue();
        assertThat(fixture.latest()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baton_deployment", "act_re_deployment"})
    void whatTheDatabaseDidNotTakeIsNotRefusedAndTriedAgain(String table) throws IOException {
        write(folder, FILE, diagram("patch-hosts", "look", "Look again"));
        fixture.rename(table, "lost");
        assertThatThrownBy(files::apply).isInstanceOf(RuntimeException.class);
        assertThat(files.refusals()).isEmpty();

        fixture.rename("lost", table);
        files.apply();

        assertThat(fixture.latest()).containsEntry("patch-hosts", 2);
    }

    @Test
    void nothingDeployedIsNotReady() throws IOException {
        try (DeployingFixture fresh = new DeployingFixture(List.of())) {
            ProcedureFiles none = fresh.files(root.resolve("missing"));
            ProcedureHealth health = new ProcedureHealth(fresh.repository, none);
            none.apply();

            Health before = health.health();
            fresh.files(folder).apply();

            assertThat(before.getStatus()).isEqualTo(Status.DOWN);
            assertThat(before.getDetails().get("problem")).asString().contains("missing");
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    private void assertKept() {
        assertThat(fixture.latest()).containsEntry("patch-hosts", 1);
        assertThat(files.files().get(FILE).text()).contains("name=\"Look\"");
    }
}
