package dev.baton.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.testing.TestDatabase;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiWritesTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String PATH = "/api/v1/runs";

    private final TestDatabase database = TestDatabase.h2();
    private int done;

    @Test
    void aRepeatedWriteIsDoneOnceAndAnsweredAlike() throws Exception {
        send(DAY, DAY);

        MockHttpServletResponse again = send(DAY, DAY);

        assertThat(done).isEqualTo(1);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Location")).isEqualTo("/api/v1/runs/RUN-000007");
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aWriteWhoseNodeWasKilledIsToldToBeUnknownAfterAWhile() throws Exception {
        writes(DAY, DAY).begin("k", "", RepeatedWrites.digest("POST", PATH, new byte[0]));

        assertThat(send(DAY, DAY).getContentAsString()).contains("still being done");
        MockHttpServletResponse later = send(Duration.ZERO, DAY);

        assertThat(later.getStatus()).isEqualTo(409);
        assertThat(later.getContentAsString()).contains("outcome is unknown", "look under runs");
        assertThat(done).isZero();
    }

    @Test
    void keysAreForgottenInTheEnd() throws Exception {
        send(DAY, DAY);

        send(DAY, DAY.negated());

        assertThat(done).isEqualTo(2);
    }

    private MockHttpServletResponse send(Duration unansweredAfter, Duration keptFor) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", PATH);
        request.addHeader("Idempotency-Key", "k");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ApiWrites(writes(unansweredAfter, keptFor), new ObjectMapper())
                .doFilter(request, response, (wish, answer) -> {
                    done++;
                    ((HttpServletResponse) answer).setStatus(201);
                    ((HttpServletResponse) answer).setHeader("Location", "/api/v1/runs/RUN-000007");
                });
        return response;
    }

    private RepeatedWrites writes(Duration unansweredAfter, Duration keptFor) {
        return new RepeatedWrites(JdbcClient.create(database.jdbc()), new RepeatSettings(unansweredAfter, keptFor));
    }
}
