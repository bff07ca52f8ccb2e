package dev.baton.procedure.deploy;

import static dev.baton.procedure.deploy.DeployingFixture.diagram;
import static dev.baton.procedure.deploy.DeployingFixture.form;
import static dev.baton.procedure.deploy.DeployingFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {

    @TempDir
    Path folder;

    private DeployingFixture fixture;
    private Submissions submissions;

    @BeforeEach
    void oneProcedureIsThere() throws IOException {
        fixture = new DeployingFixture(List.of());
        write(folder, "processes/management/check-disks.bpmn", diagram("check-disks", "look-at-disks", "Look"));
        write(folder, "forms/look-at-disks.form", form("look-at-disks", "Note"));
        ProcedureFiles files = fixture.files(folder);
        files.apply();
        submissions = fixture.submissions(files);
    }

    @AfterEach
    void closeTheEngine() {
        fixture.close();
    }

    @Test
    void aDiagramAloneTakesItsFormsFromWhatIsThere() {
        Submission submission = submissions.deploy(
                List.of(sent("check-disks.bpmn", diagram("check-disks", "look-at-disks", "Look twice"))), "ada");

        assertThat(submission)
                .isEqualTo(new Submission.Accepted(List.of(new Submission.NewVersion("check-disks", 2)), List.of()));
        DeployedVersion latest = fixture.versions.of("check-disks").get(0);
        assertThat(latest.deployedBy()).isEqualTo("ada");
        assertThat(latest.resource()).isEqualTo("processes/management/check-disks.bpmn");
        assertThat(fixture.versions.bundle(latest).forms())
                .extracting(SourceFile::name)
                .containsExactly("forms/look-at-disks.form");
    }

    @Test
    void aFormAloneRaisesTheProceduresThatShowIt() {
        submissions.deploy(List.of(sent("look-at-disks.form", form("look-at-disks", "Remark"))), "ada");

        assertThat(fixture.latest()).isEqualTo(Map.of("check-disks", 2));
    }

    @Test
    void aCheckDeploysNothing() {
        List<Violation> violations =
                submissions.check(List.of(sent("check-ports.bpmn", diagram("check-ports", "look-at-disks", "Look"))));

        assertThat(violations).isEmpty();
        assertThat(fixture.latest()).isEqualTo(Map.of("check-disks", 1));
    }

    @Test
    void oneBrokenFileKeepsAllOfThemOut() {
        Submission submission = submissions.deploy(
                List.of(
                        sent("check-ports.bpmn", diagram("check-ports", "look-at-disks", "Look")),
                        sent("check-fans.bpmn", "<bpmn/>")),
                "ada");

        assertThat(submission).isInstanceOf(Submission.Refused.class);
        assertThat(submission.violations())
                .extracting(Violation::file)
                .containsExactly("processes/orchestration/check-fans.bpmn");
        assertThat(fixture.refusals.latest(10)).singleElement().satisfies(refused -> {
            assertThat(refused.person()).isEqualTo("ada");
            assertThat(refused.file()).isEqualTo("processes/orchestration/check-fans.bpmn");
            assertThat(refused.rule()).isEqualTo(submission.violations().get(0).rule());
        });
        assertThat(fixture.latest()).isEqualTo(Map.of("check-disks", 1));
    }

    @Test
    void whatTheEngineRefusesLaterKeepsAllOfThemOutToo() {
        String dangling = diagram("check-zones", "look-at-disks", "Look")
                .replace("targetRef=\"EndEvent_Looked\"", "targetRef=\"Nowhere\"");

        Submission submission = submissions.deploy(
                List.of(
                        sent("check-ports.bpmn", diagram("check-ports", "look-at-disks", "Look")),
                        sent("check-zones.bpmn", dangling)),
                "ada");

        assertThat(submission).isInstanceOf(Submission.Refused.class);
        assertThat(fixture.refusals.latest(10)).extracting(RefusedUpload::rule).containsOnly("engine");
        assertThat(fixture.latest()).isEqualTo(Map.of("check-disks", 1));
    }

    @Test
    void namesThatLeadAwayAreRefused() {
        for (String name :
                List.of("../../etc/x.bpmn", "/x.bpmn", "x.sh", "a b.bpmn", ".hidden.bpmn", "x.bpmn\n.bpmn")) {
            assertThat(submissions.check(List.of(sent(name, "<x/>"))))
                    .extracting(Violation::rule)
                    .containsExactly("file-name");
        }
    }

    @Test
    void aFileThatNobodyNamesIsRefused() {
        assertThat(submissions.check(List.of(sent("lonely.form", form("lonely", "Note")))))
                .extracting(Violation::rule)
                .containsExactly("unused-file");
    }

    @Test
    void nothingSentIsRefused() {
        assertThat(submissions.deploy(List.of(), "ada")).isInstanceOf(Submission.Refused.class);
    }

    @Test
    void aRefusalIsWrittenDownWhateverItsFileIsCalled() {
        submissions.deploy(List.of(sent("x\0" + "y".repeat(3_000) + ".sh", "")), "ada");

        assertThat(fixture.refusals.latest(10))
                .singleElement()
                .satisfies(
                        refused -> assertThat(refused.file()).startsWith("x y").hasSize(255));
    }

    private static SourceFile sent(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
