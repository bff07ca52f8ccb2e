package dev.baton.procedure.deploy;

import static dev.baton.procedure.deploy.DeployingFixture.diagram;
import static dev.baton.procedure.deploy.DeployingFixture.form;
import static dev.baton.procedure.deploy.DeployingFixture.write;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureWatchTest {

    private static final String FILE = "processes/management/check-disks.bpmn";

    @TempDir
    Path folder;

    private DeployingFixture fixture;
    private ProcedureFiles files;
    private ProcedureWatch watch;

    @BeforeEach
    void watchAFolder() throws IOException {
        fixture = new DeployingFixture(List.of());
        write(folder, FILE, diagram("check-disks", "look-at-disks", "Look"));
        write(folder, "forms/look-at-disks.form", form("look-at-disks", "Note"));
        files = fixture.files(folder);
        watch = fixture.watch(folder, files);
        watch.start();
    }

    @AfterEach
    void stopWatching() {
        watch.stop();
        fixture.close();
    }

    @Test
    void aSavedDiagramBecomesTheNextVersion() throws IOException {
        write(folder, FILE, diagram("check-disks", "look-at-disks", "Look again"));

        await().until(() -> fixture.latest().equals(Map.of("check-disks", 2)));
    }

    @Test
    void aBrokenOneIsRefusedUntilItIsRepaired() throws IOException {
        write(folder, FILE, "<?xml version=\"1.0\"?><!DOCTYPE x []><x/>");
        await().until(() -> files.refusals().size() == 1);

        write(folder, FILE, diagram("check-disks", "look-at-disks", "Look twice"));

        await().until(() -> files.refusals().isEmpty() && fixture.latest().equals(Map.of("check-disks", 2)));
    }

    @Test
    void whatTheDatabaseDidNotTakeIsTriedAgain() throws IOException {
        fixture.rename("baton_deployment", "lost");
        int before = fixture.attempts.get();
        write(folder, FILE, diagram("check-disks", "look-at-disks", "Look again"));
        await().until(() -> fixture.attempts.get() > before);

        fixture.rename("lost", "baton_deployment");

        await().until(() -> fixture.latest().equals(Map.of("check-disks", 2)));
    }

    @Test
    void aNewProcedureAppears() throws IOException {
        write(folder, "processes/management/check-ports.bpmn", diagram("check-ports", "look-at-disks", "Look"));

        await().until(() -> fixture.latest().equals(Map.of("check-disks", 1, "check-ports", 1)));
    }
}
