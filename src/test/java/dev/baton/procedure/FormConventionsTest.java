package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.testing.ShippedProcedures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped form keeps so that Tasklist shows it and posts nothing that nobody asked for. */
class FormConventionsTest {

    /** The newest schema that the form renderer of Tasklist 7.24 reads. */
    private static final int SCHEMA = 16;

    /** Others are unknown to Tasklist, or keep its Complete button disabled, or are refused by its content policy. */
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "table",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "html",
            "group",
            "spacer",
            "separator");

    private static final Set<String> INPUTS = Set.of(
            "query",
            "scope",
            "cves",
            "exclude",
            "waves",
            "reboot",
            "rollBack",
            "leaveServices",
            "snapshot",
            "reason",
            "acceptMissing",
            "always",
            "quietTime",
            "smallestShare",
            "sampleShare",
            "checkHost",
            "load",
            "port",
            "advisory",
            "digest",
            "cve",
            "cvss",
            "exploited",
            "catalogue",
            "catalogueDigest",
            "loadBalancers",
            "backend",
            "socket",
            "peers",
            "neighbor",
            "asn",
            "folder",
            "release",
            "artefact",
            "sha256",
            "activation",
            "healthUrl",
            "length",
            "keyFile",
            "rollout",
            "repository",
            "passwordFile",
            "paths",
            "databases",
            "readShare",
            "keepDaily",
            "keepWeekly",
            "keepMonthly",
            "service",
            "names",
            "certificate",
            "key",
            "keyKind",
            "server",
            "configuration",
            "unit",
            "authority",
            "signer",
            "signerCredential",
            "patience");
    private static final Set<String> ANSWERS = Set.of("decision", "reason");

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAsItsFileAndTasklistCanShowIt(Path file) throws IOException {
        JsonNode form = read(file);

        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(file.getFileName().toString());
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(SCHEMA);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(components(form))
                .allSatisfy(component ->
                        assertThat(COMPONENTS).contains(component.path("type").asText()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormPostsADecisionOrTheInputsOfItsProcedure(Path file) throws IOException {
        List<String> posted = components(read(file)).stream()
                .filter(component ->
                        component.has("key") && !component.path("disabled").asBoolean())
                .map(component -> component.path("key").asText())
                .toList();

        if (posted.contains("decision")) {
            assertThat(posted).containsExactlyInAnyOrderElementsOf(ANSWERS);
        } else {
            assertThat(INPUTS).containsAll(posted);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aReasonIsAlwaysGiven(Path file) throws IOException {
        assertThat(components(read(file)))
                .filteredOn(component -> component.path("key").asText().equals("reason"))
                .singleElement()
                .satisfies(reason -> assertThat(
                                reason.path("validate").path("required").asBoolean())
                        .isTrue());
    }

    @Test
    void everyFormIsUsed() {
        Stream<String> used = ShippedProcedures.diagrams().stream()
                .map(Shipped::read)
                .flatMap(model -> Stream.concat(
                        model.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)))
                .filter(form -> form != null);

        assertThat(used).containsAll(Shipped.stems(ShippedProcedures.forms()));
    }

    static List<Path> forms() {
        return ShippedProcedures.forms();
    }

    private static JsonNode read(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<JsonNode> components(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(component -> {
            all.add(component);
            all.addAll(components(component));
        });
        return all;
    }
}
