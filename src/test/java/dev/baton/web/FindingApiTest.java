package dev.baton.web;

import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.action.Severity;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class FindingApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FindingViews findings;

    @Test
    void aFindingThatIsNotOpenCannotBeAcknowledged() throws Exception {
        when(findings.find("f")).thenReturn(Optional.of(resolved("f")));
        send("/api/v1/findings/f/acknowledge", "{\"reason\": \"known\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.field").value("id"))
                .andExpect(
                        jsonPath("$.detail").value("the finding f is RESOLVED, only an open one can be acknowledged"));
        send("/api/v1/findings/g/acknowledge", "{\"reason\": \"known\"}").andExpect(status().isNotFound());
    }

    @Test
    void theTrendOfFindingsHasItsDays() throws Exception {
        mvc.perform(get("/api/v1/findings/trend?days=7"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days[0].open").value(3))
                .andExpect(jsonPath("$.byKind[0].name").value("backup-failed"));
    }

    @Test
    void nothingIsScheduledAndNothingWasMissed() throws Exception {
        mvc.perform(get("/api/v1/schedules")).andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/v1/schedules/missed"))
                .andExpect(jsonPath("$.total").value(0));
        send("/api/v1/schedules/missed/m/decide", "{\"decision\": \"start\", \"reason\": \"still wanted\"}")
                .andExpect(status().isNotFound());
    }

    private static FindingView resolved(String id) {
        Instant then = Instant.parse("2026-11-24T06:00:00Z");
        return new FindingView(
                id,
                "core-sw1",
                "port-down",
                "Gi1/0/1",
                Severity.WARNING,
                "!",
                FindingState.RESOLVED,
                1,
                then,
                then,
                then,
                "RUN-000001",
                null,
                0,
                null);
    }

    private ResultActions send(String address, String body) throws Exception {
        return mvc.perform(post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf()));
    }
}
