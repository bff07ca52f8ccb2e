package dev.baton.delegates.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Input;
import dev.baton.delegates.template.Delegates.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dbaton.templates.write=true} to write the templates anew after a delegate has changed. */
class ElementTemplateTest {

    private static final Path FOLDER = Path.of("..", "processes", ".camunda", "element-templates");

    static List<Found> delegates() {
        return Delegates.all();
    }

    @ParameterizedTest
    @MethodSource("delegates")
    void theTemplateSaysWhatTheCodeSays(Found delegate) throws IOException {
        Path file = FOLDER.resolve(delegate.bean() + ".json");
        if (Boolean.getBoolean("baton.templates.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, ElementTemplate.json(delegate));
        }

        assertThat(file).content().isEqualTo(ElementTemplate.json(delegate));
    }

    @ParameterizedTest
    @MethodSource("delegates")
    void theTemplateKeepsTheRulesOfCamundasSchema(Found delegate) throws IOException {
        assertThat(TemplateRules.brokenBy(new ObjectMapper().readTree(ElementTemplate.json(delegate))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("delegates")
    void everyInputIsDescribed(Found delegate) {
        assertThat(delegate.description().inputs().getRecordComponents())
                .allSatisfy(component ->
                        assertThat(component.getAnnotation(Input.class)).isNotNull());
    }

    @Test
    void thereIsNoTemplateWithoutADelegate() throws IOException {
        List<String> expected =
                Delegates.all().stream().map(found -> found.bean() + ".json").toList();

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyDelegateIsFound() {
        assertThat(Delegates.all())
                .extracting(Found::bean)
                .containsExactlyInAnyOrder(
                        "runCommand",
                        "backUpConfig",
                        "reportBackupCoverage",
                        "thinOutRevisions",
                        "chooseRestoreSample",
                        "testConfigRestore",
                        "checkConfigSyntax",
                        "readSnmp",
                        "walkSnmp",
                        "writeSnmp",
                        "listPatches",
                        "applyPatches",
                        "recordState",
                        "restartServices",
                        "rollBackPatches",
                        "checkPackages",
                        "takeSnapshot",
                        "narrowTargets",
                        "planWaves",
                        "checkReboot",
                        "reboot",
                        "waitForDevice",
                        "checkHealth",
                        "readHardware",
                        "checkTcp",
                        "checkDns",
                        "checkTls",
                        "checkHttp",
                        "callHttp",
                        "chooseTargets",
                        "nextBatch",
                        "recordFinding",
                        "scanDriveLogs",
                        "checkCertificates",
                        "uploadFile",
                        "copyToDevice",
                        "downloadFile",
                        "runScript",
                        "applyConfig",
                        "readHostKey",
                        "settleHostKey",
                        "netconfGetConfig",
                        "netconfEditConfig",
                        "checkPorts",
                        "readLink",
                        "readNeighbours",
                        "findNeighbour",
                        "recordLinkCause",
                        "probeHost",
                        "askNeighbours",
                        "readPower",
                        "findWitnesses",
                        "readFirmware",
                        "matchAdvisory",
                        "checkCompliance",
                        "drainServers",
                        "undrainServers",
                        "checkDrained",
                        "checkRoutes",
                        "requireApproval",
                        "readRelease",
                        "stageRelease",
                        "activateRelease",
                        "rollBackRelease",
                        "dumpDatabases",
                        "backUpFiles",
                        "checkRepository",
                        "testRestore",
                        "rotateCredential",
                        "forgetSnapshots",
                        "readServedCertificate",
                        "makeSigningRequest",
                        "collectCertificate",
                        "callSigner",
                        "installCertificate",
                        "rollBackCertificate",
                        "checkServedCertificate");
    }
}
