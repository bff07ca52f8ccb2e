package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.action.Severity;
import dev.baton.finding.FindingActs;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class FindingPageTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FindingViews findings;

    @Autowired
    private FindingActs acts;

    @Test
    void aFindingShowsItsEvidenceAndHowToGoOn() throws Exception {
        when(findings.find("f")).thenReturn(Optional.of(finding(FindingState.OPEN)));

        Document page = page("/findings/f");

        assertThat(page.select("h1").text()).contains("Configuration backup failed");
        assertThat(page.select("pre.terminal").text()).isEqualTo("<b>seen</b>");
        assertThat(page.select("a.button.primary").attr("href"))
                .startsWith("/procedures/nightly-config-backup?targets=name%3Dcore-sw1&reason=");
        assertThat(page.select("form[action=/findings/f/acknowledge]")).hasSize(1);
    }

    @Test
    void anOperatorTakesNoticeOfAFinding() throws Exception {
        when(acts.acknowledge("f", "zoe", "a spare is ordered")).thenReturn(true);

        mvc.perform(post("/findings/f/acknowledge")
                        .param("reason", "a spare is ordered")
                        .with(csrf()))
                .andExpect(redirectedUrl("/findings/f"))
                .andExpect(flash().attribute("done", "Acknowledged."));
    }

    @Test
    @WithMockUser(username = "olga", roles = "auditors")
    void anAuditorCannotTakeNotice() throws Exception {
        mvc.perform(post("/findings/f/acknowledge").param("reason", "no").with(csrf()))
                .andExpect(status().isForbidden());
        verifyNoInteractions(acts);
    }

    private static FindingView finding(FindingState state) {
        return new FindingView(
                "f",
                "core-sw1",
                "backup-failed",
                "",
                Severity.WARNING,
                "It did not answer.",
                state,
                3,
                NOW,
                NOW,
                null,
                "RUN-000001",
                "<b>seen</b>",
                0,
                null);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
