package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A start that cannot work is refused at once, by the real engine and the real inventory, and leaves no run. */
@RunningApplication
class RefusedStartsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    private Script operator;

    @BeforeEach
    void signIn() throws IOException {
        operator = Script.of("operator", port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets | web-99 | there is no device web-99",
                "targets | site= | expected a value",
                "targets | colour=red | expected one of criticality",
                "targets | site=nowhere | no device matches \"site=nowhere\"",
                "targets | '' | Devices (query) is required"
            })
    void aQueryThatSelectsNothingIsRefused(String field, String targets, String sentence) throws IOException {
        refused(field, sentence, Map.of("targets", targets));
    }

    @Test
    void everyFieldIsNamedAsTheCallerWroteIt() throws IOException {
        refused("reason", "Reason (reason) is required", Map.of("reason", ""));
        refused("reason", "Reason (reason) must have at least 5", Map.of("reason", "hm"));
        refused("inputs.scope", "must be one of security, all", Map.of("inputs", Map.of("scope", "some")));
        refused("inputs.scope", "takes a text", Map.of("inputs", Map.of("scope", Map.of("a", 1))));
        refused("inputs.scope", "NUL", Map.of("inputs", Map.of("scope", "a\0b")));
        refused("targets", "NUL", Map.of("targets", "a\0b"));
    }

    private void refused(String field, String sentence, Map<String, Object> wrong) throws IOException {
        Map<String, Object> wish = new LinkedHashMap<>(Map.of(
                "procedure", "patch-hosts",
                "targets", "role=web",
                "reason", "monthly patches",
                "inputs", Map.of("scope", "all")));
        wish.putAll(wrong);
        int before = runs();

        Script.Answer answer = operator.post("/runs", JSON.writeValueAsString(wish));

        JsonNode problem = answer.body();
        assertThat(answer.status()).as(problem.toString()).isEqualTo(400);
        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.path("detail").asText()).contains(sentence);
        assertThat(runs()).isEqualTo(before);
    }

    /** The first start of the lab starts runs too, but not of this reason. */
    private int runs() {
        return (int) operator.get("/runs?size=1000").findValuesAsText("reason").stream()
                .filter(reason -> !reason.startsWith("First start"))
                .count();
    }
}
