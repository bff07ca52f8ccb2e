package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.run.BadRunException;
import dev.baton.runner.cluster.Quarantine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@WebTest
class NodesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Quarantine quarantine;

    @AfterEach
    void forget() {
        jdbc.sql("delete from baton_node").update();
        jdbc.sql("delete from baton_breaker").update();
        jdbc.sql("delete from baton_quarantine").update();
    }

    @Test
    void aPageWithoutNodesSaysSo() throws Exception {
        assertThat(page("/nodes").select("main").text())
                .contains("0 of 0 nodes take steps.", "No node has said that it lives.", "None is open.");
    }

    @Test
    void nodesShowWhatTheySayAndThoseThatFellSilentAreLost() throws Exception {
        node("n1", "RUNNING", null, 30);
        node("n2", "QUARANTINED", "its clock is 7.0 s behind the database's", 30);
        node("n3", "RUNNING", null, -1);
        jdbc.sql("insert into baton_breaker (kind, name, failures, open_until, seen, node)"
                        + " values ('DEVICE', 'web-01', 5, current_timestamp, 'no route', 'n1')")
                .update();

        Document page = page("/nodes");

        assertThat(page.select("h1 + .total").text()).isEqualTo("1 of 3 nodes take steps.");
        assertThat(page.select(".node h2").eachText()).containsExactly("n1", "n2", "n3");
        assertThat(page.select(".node .state").eachText()).containsExactly("Running", "Quarantined", "Lost");
        assertThat(page.select(".node").get(1).text()).contains("its clock is 7.0 s behind the database's");
        assertThat(page.select("#live-breakers tbody").text()).contains("web-01", "no route", "n1");
        mvc.perform(get("/api/v1/nodes"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[0].id").value("n1"))
                .andExpect(jsonPath("$.items[0].breakers[0].name").value("web-01"))
                .andExpect(jsonPath("$.items[2].state").value("LOST"));
    }

    @Test
    void everyPageSaysThatThereIsAQuarantineAndOperatorsCannotLiftIt() throws Exception {
        quarantined();

        assertThat(page("/runs").select(".banner").text()).contains("Quarantine: no step and no timer is begun since");
        Document page = page("/nodes");
        assertThat(page.select("#live-quarantine").text())
                .contains(
                        "the database was set back",
                        "2 actions",
                        "1 approval counts no more",
                        "Only administrators can.");
        assertThat(page.select("form[action$=/quarantine/lift]")).isEmpty();
        mvc.perform(post("/quarantine/lift").param("reason", "looked at").with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(lift("looked at")).andExpect(status().isForbidden());
        verify(quarantine, never()).lift(anyString());
    }

    @Test
    @WithMockUser(username = "root", roles = "administrators")
    void anAdministratorLiftsItWithAReason() throws Exception {
        quarantined();
        assertThat(page("/nodes").select("form[action$=/quarantine/lift] input[name=reason]"))
                .hasSize(1);

        mvc.perform(post("/quarantine/lift").param("reason", "looked at").with(csrf()))
                .andExpect(redirectedUrl("/nodes"));
        mvc.perform(lift("by a script"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.current.id").value("q"));

        verify(quarantine).lift("looked at");
        verify(quarantine).lift("by a script");
        mvc.perform(lift(""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("reason"));
    }

    @Test
    @WithMockUser(username = "root", roles = "administrators")
    void whatIsNoQuarantineCannotBeLifted() throws Exception {
        doThrow(new BadRunException(BadRunException.Kind.CONFLICT, "quarantine", "there is no quarantine to lift"))
                .when(quarantine)
                .lift("twice");

        mvc.perform(lift("twice")).andExpect(status().isConflict());
    }

    private static RequestBuilder lift(String reason) {
        return post("/api/v1/quarantine/lift")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"%s\"}".formatted(reason))
                .with(csrf());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private void quarantined() {
        jdbc.sql(
                        "insert into baton_quarantine (id, node, reason, unknown_actions, void_approvals, entered_at, open_key)"
                                + " values ('q', 'n1', 'the database was set back', 2, 1, current_timestamp, 1)")
                .update();
    }

    private void node(String id, String state, @Nullable String reason, int seconds) {
        jdbc.sql(
                        "insert into baton_node (id, host, version, started_at, heartbeat_at, silent_from, state, reason) values"
                                + " (:id, 'host', '1.0', current_timestamp, current_timestamp,"
                                + " current_timestamp + cast(:seconds as integer) * interval '1' second, :state, :reason)")
                .param("id", id)
                .param("seconds", seconds)
                .param("state", state)
                .param("reason", reason)
                .update();
    }
}
