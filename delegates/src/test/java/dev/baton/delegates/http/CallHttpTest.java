package dev.baton.delegates.http;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallHttpTest {

    private static final String ANSWER = "192.0.2.9 answered\nHTTP/1.1 200 OK\nDate: now\n\n{\"key\": \"hunter2\"}";

    private final CallHttp callHttp = new CallHttp();

    @ParameterizedTest
    @CsvSource({
        "get, once, READ",
        "get, converge, READ",
        "post, once, ONCE",
        "put, once, ONCE",
        "put, converge, CONVERGE",
        "delete, converge, CONVERGE",
        "post, converge, ONCE",
        "patch, converge, ONCE"
    })
    void whatMayHappenTwiceDependsOnMethodAndAuthor(String method, String effect, Effect expected) {
        assertThat(callHttp.effect(inputs(Map.of("method", method, "effect", effect))))
                .isEqualTo(expected);
    }

    @Test
    void theAnswerIsAFactWithoutItsSecrets() {
        Result result = ScriptedSession.host().on("POST", ANSWER).perform(callHttp, inputs(Map.of()));

        assertThat(result.facts()).containsEntry("status", 200);
        assertThat(result.facts().get("body").toString()).startsWith("{\"key\"").doesNotContain("hunter2");
        assertThat(callHttp.summarise(Map.of("dev1", result)))
                .extractingByKey("callTable")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void anAnswerWithoutAStatusIsIncomplete() {
        assertProblem(
                Problem.ANSWER_INCOMPLETE,
                () -> ScriptedSession.host().on("POST", "nothing").perform(callHttp, inputs(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2xx", "200-", "99", "600", "200,,204"})
    void whatIsNoStatusIsRefused(String status) {
        var inputs = new CallHttpInputs(
                CallMethod.GET, "https://box1/", List.of(), null, status, CallEffect.ONCE, Duration.ZERO, null);

        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(callHttp, inputs));
    }

    private static CallHttpInputs inputs(Map<String, String> more) {
        Map<String, String> inputs = new HashMap<>(Map.of("url", "https://netbox.example.org/"));
        inputs.putAll(more);
        return Inputs.bind(CallHttpInputs.class, inputs);
    }
}
