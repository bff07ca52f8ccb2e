package dev.baton.delegates.http;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a page may take to be as expected; what is expected is tried over the network. */
class CheckHttpTest {

    private static final String OK = "192.0.2.1 answered\nHTTP/1.1 200 OK\n\nok";
    private static final String NOT_YET = "192.0.2.1 answered\nHTTP/1.1 503 Service Unavailable\n\nstarting";

    private final CheckHttp checkHttp = new CheckHttp();

    @Test
    void aServerThatStartsIsAskedAgain() {
        ScriptedSession host = ScriptedSession.host()
                .on("GET", Problem.UNREACHABLE)
                .on("GET", NOT_YET)
                .on("GET", OK);

        assertThat(host.perform(checkHttp, inputs("PT1M")).facts()).containsEntry("status", 200);
        assertThat(host.waited()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void patienceEnds() {
        ScriptedSession host = ScriptedSession.host().on("GET", NOT_YET);

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(checkHttp, inputs("PT10S")))
                .hasMessageContaining("503");
        assertThat(host.waited()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void withoutPatienceItIsAskedOnce() {
        ScriptedSession host = ScriptedSession.host().on("GET", NOT_YET).on("GET", OK);

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(checkHttp, inputs("PT0S")));
        assertThat(host.sent()).hasSize(1);
    }

    private static CheckHttpInputs inputs(String patience) {
        return Inputs.bind(CheckHttpInputs.class, Map.of("url", "http://{address}/health", "patience", patience));
    }
}
