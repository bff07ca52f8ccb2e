package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.finding.FindingViews;
import dev.baton.history.RunHistory;
import dev.baton.history.SampleRuns;
import dev.baton.inventory.Inventory;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class FiltersTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SampleRuns sample;

    @Autowired
    private RunHistory runs;

    @Autowired
    private Inventory inventory;

    @Autowired
    private FindingViews findings;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs?device=%00",
                "/runs?procedure=a%0Ab",
                "/runs?requester=%1B",
                "/findings?kind=%00",
                "/devices?query=%00",
                "/runs/{run}?device=%00",
                "/runs/{run}?step=%00"
            })
    void aFilterWithControlCharactersIsRefusedInWords(String address) throws Exception {
        Document refusal = refused(address.replace("{run}", sample.start("patch", "ada")));

        assertThat(refusal.select(".headline").text()).containsAnyOf("control characters", "character NUL");
    }

    @ParameterizedTest
    @CsvSource({"/runs, WAITING", "/findings, RESOLVED", "/runs/{run}, HELD", "/runs/{run}/live, NOT_APPLIED"})
    void anUnknownStateSaysWhichStatesThereAre(String address, String state) throws Exception {
        Document refusal = refused(address.replace("{run}", sample.start("patch", "ada")) + "?state=NONSENSE");

        assertThat(refusal.select(".headline").text()).contains("must be one of", state);
    }

    @Test
    @WithMockUser(username = "eve", roles = "auditors")
    void anAuditorFindsWhoDidWhat() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.finishDevices();
        sample.decide(root(reference), "bob", true);

        Document page = page("/activity?run=" + reference);

        assertThat(page.select(".nav a.here").text()).isEqualTo("Activity");
        assertThat(page.select("tbody tr").eachText())
                .anyMatch(row -> row.contains("bob Assign task \"Approve patches\" " + reference + " assignee zoe"));
        assertThat(page("/activity?person=nobody").select(".empty").text()).startsWith("Nobody did anything");
    }

    @Test
    void whoDidWhatIsNotForEverybody() throws Exception {
        mvc.perform(get("/activity")).andExpect(status().isForbidden());
        assertThat(page("/runs").select(".nav").text()).doesNotContain("Activity");
    }

    private Document refused(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String root(String reference) {
        return runs.find(reference).orElseThrow().id();
    }
}
