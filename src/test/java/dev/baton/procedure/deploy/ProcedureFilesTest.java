package dev.baton.procedure.deploy;

import static dev.baton.procedure.deploy.DeployingFixture.diagram;
import static dev.baton.procedure.deploy.DeployingFixture.form;
import static dev.baton.procedure.deploy.DeployingFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureFilesTest {

    private static final String CHECK_DISKS = "processes/management/check-disks.bpmn";

    @TempDir
    Path folder;

    private DeployingFixture fixture;

    @BeforeEach
    void threeProceduresOnDisk() throws IOException {
        fixture = new DeployingFixture(List.of());
        write(folder, CHECK_DISKS, diagram("check-disks", "look-at-disks", "Look"));
        write(folder, "processes/management/check-ports.bpmn", diagram("check-ports", "look-at-ports", "Look"));
        write(folder, "processes/orchestration/chain.bpmn", diagram("chain", "look-at-ports", "Look"));
        write(folder, "forms/look-at-disks.form", form("look-at-disks", "Note"));
        write(folder, "forms/look-at-ports.form", form("look-at-ports", "Note"));
        fixture.files(folder).apply();
    }

    @AfterEach
    void closeTheEngine() {
        fixture.close();
    }

    @Test
    void eachProcedureIsOneDeploymentWithTheFormsItNames() {
        assertThat(fixture.latest()).isEqualTo(Map.of("chain", 1, "check-disks", 1, "check-ports", 1));
        String deployment = fixture.repository
                .createDeploymentQuery()
                .deploymentName("check-disks")
                .singleResult()
                .getId();
        assertThat(fixture.repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(CHECK_DISKS, "forms/look-at-disks.form");
    }

    @Test
    void aRestartWithUnchangedFilesDeploysNothing() {
        fixture.files(folder).apply();

        assertThat(fixture.repository.createDeploymentQuery().count()).isEqualTo(3);
    }

    @Test
    void aMovedFolderDeploysNothing(@TempDir Path elsewhere) throws IOException {
        Path moved = elsewhere.resolve("moved");
        Files.move(folder.resolve("processes"), Files.createDirectory(moved).resolve("processes"));
        Files.move(folder.resolve("forms"), moved.resolve("forms"));

        fixture.files(moved).apply();

        assertThat(fixture.repository.createDeploymentQuery().count()).isEqualTo(3);
    }

    @Test
    void aChangedDiagramRaisesItsOwnVersionOnly() throws IOException {
        write(folder, CHECK_DISKS, diagram("check-disks", "look-at-disks", "Look closely"));

        fixture.files(folder).apply();

        assertThat(fixture.latest()).isEqualTo(Map.of("chain", 1, "check-disks", 2, "check-ports", 1));
    }

    @Test
    void aTouchedFormRaisesTheProceduresThatShowIt() throws IOException {
        write(folder, "forms/look-at-ports.form", form("look-at-ports", "Remark"));

        fixture.files(folder).apply();

        assertThat(fixture.latest()).isEqualTo(Map.of("chain", 2, "check-disks", 1, "check-ports", 2));
    }

    @Test
    void aBrokenFileIsRefusedVisiblyAndTheRunningVersionStays() throws IOException {
        write(folder, CHECK_DISKS, "<bpmn:definitions>");
        write(folder, "processes/orchestration/chain.bpmn", diagram("chain", "look-at-ports", "Look again"));
        ProcedureFiles files = fixture.files(folder);

        files.apply();

        assertThat(fixture.latest()).isEqualTo(Map.of("chain", 2, "check-disks", 1, "check-ports", 1));
        assertThat(files.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo(CHECK_DISKS);
            assertThat(refusal.violations()).extracting(Violation::rule).containsExactly("readable-xml");
        });
    }

    @Test
    void whatTheEngineRefusesNamesTheElement() throws IOException {
        String broken =
                diagram("check-disks", "look-at-disks", "Look").replace("id=\"Task_Look\"", "id=\"Task_Other\"");
        write(folder, CHECK_DISKS, broken);
        ProcedureFiles files = fixture.files(folder);

        files.apply();

        assertThat(files.refusal("check-disks"))
                .hasValueSatisfying(refusal -> assertThat(refusal.violations())
                        .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo("engine"))
                        .isNotEmpty());
    }

    @Test
    void aRepairedFileIsDeployedAndNoLongerRefused() throws IOException {
        ProcedureFiles files = fixture.files(folder);
        write(folder, CHECK_DISKS, "");
        files.apply();
        write(folder, CHECK_DISKS, diagram("check-disks", "look-at-disks", "Look well"));

        files.apply();

        assertThat(files.refusals()).isEmpty();
        assertThat(fixture.latest()).containsEntry("check-disks", 2);
    }

    @Test
    void aRestartDoesNotUndoWhatAPersonDeployed() throws IOException {
        write(folder, CHECK_DISKS, diagram("check-disks", "look-at-disks", "Look as Ada wants"));
        Bundle bundle = Bundles.of(fixture.files(folder).files().values()).get(0);
        write(folder, CHECK_DISKS, diagram("check-disks", "look-at-disks", "Look"));
        fixture.deployer.deploy(bundle, Source.PERSON, "ada");

        fixture.files(folder).apply();

        assertThat(fixture.latest()).containsEntry("check-disks", 2);
    }

    @Test
    void twoFilesOfOneNameAreBothRefused() throws IOException {
        write(
                folder,
                "processes/orchestration/check-disks.bpmn",
                diagram("check-disks", "look-at-disks", "Look there"));
        ProcedureFiles files = fixture.files(folder);

        files.apply();

        assertThat(files.refusal("check-disks"))
                .hasValueSatisfying(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::rule)
                        .containsExactly("one-file"));
        assertThat(fixture.latest()).containsEntry("check-disks", 1);
    }

    @Test
    void whoDeployedIsOnRecord() {
        assertThat(fixture.versions.of("chain"))
                .singleElement()
                .satisfies(version -> assertThat(version.deployedBy()).isEqualTo("files"));
    }
}
