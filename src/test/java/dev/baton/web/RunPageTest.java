package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.history.RunHistory;
import dev.baton.history.RunParts;
import dev.baton.history.SampleRuns;
import dev.baton.inventory.Inventory;
import dev.baton.run.Runs;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class RunPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SampleRuns sample;

    @Autowired
    private RunHistory runs;

    @Autowired
    private RunParts parts;

    @Autowired
    private Runs acts;

    @Autowired
    private Inventory inventory;

    @Test
    void aRunShowsItsProgressItsDevicesAndWhoMayAct() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        Instant begun = Instant.now().minusSeconds(60);
        sample.action(root(reference), step, "host-1", "SUCCEEDED", begun);
        sample.action(root(reference), step, "host-2", "FAILED", begun);
        sample.action(root(reference), step, "host-3", "SENT", begun);
        sample.action(root(reference), step, "host-4", "UNKNOWN", begun);

        Document page = page("/runs/" + reference);

        assertThat(page.select(".headline").text())
                .contains("List patches: 3 of 4 devices, 1 failed, 1 unknown, about");
        assertThat(page.select("#live").attr("data-live")).isEqualTo("/runs/" + reference + "/live");
        assertThat(page.select("#devices tbody tr")).hasSize(4);
        assertThat(page.select("#devices a[href$=#decide]")).hasSize(1);
        assertThat(page.select("form[action$=/cancel] input[name=_csrf]")).hasSize(1);
        assertThat(page("/runs/" + reference + "/live").select("header.top")).isEmpty();
    }

    @Test
    void aRefreshedListOfDevicesLeadsToPagesNotToParts() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        for (int device = 0; device < 120; device++) {
            sample.action(root(reference), step, "host-" + device, "FAILED", Instant.now());
        }

        for (String address : List.of("/runs/" + reference, "/runs/" + reference + "/live")) {
            assertThat(page(address + "?state=FAILED&page=2").select(".pager a").eachAttr("href"))
                    .containsExactly(
                            "/runs/" + reference + "?state=FAILED&page=1",
                            "/runs/" + reference + "?state=FAILED&page=3");
        }
    }

    @Test
    void whatIsTypedStandsBesideWhatIsRefreshed() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.failDevices(root(reference));

        Document page = page("/runs/" + reference);

        assertThat(page.select("[role=status]")).hasSize(1);
        assertThat(page.select("#live").attr("data-say")).isEqualTo("Failed: List patches.");
        assertThat(page.select("#live").attr("data-as-of")).isNotEmpty();
        assertThat(page.select("[data-part] form.filters")).isEmpty();
        assertThat(page.select("[data-part]:not([data-key]) form")).isEmpty();
        assertThat(page.select("[data-part]").eachAttr("id"))
                .isEqualTo(page("/runs/" + reference + "/live")
                        .select("[data-part]")
                        .eachAttr("id"));
    }

    @Test
    void aRunThatEndedCannotBeCancelled() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.delete(root(reference));

        Document part = page("/runs/" + reference + "/live");

        assertThat(part.select("#live").hasAttr("data-live")).isFalse();
        assertThat(part.select("#live-acts form")).isEmpty();
    }

    @Test
    void anUnknownOutcomeIsDecidedBelowItsTranscript() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        String action = sample.action(root(reference), step, "host-4", "UNKNOWN", Instant.now());
        sample.transcript(action, 1, "the line went dead");

        Document page = page("/runs/" + reference + "/actions/" + action);
        Elements form = page.select("#decide form[action$=/decide]");

        assertThat(page.text()).containsSubsequence("the line went dead", "Did it take effect?");
        assertThat(form.select("input[name=_csrf]")).hasSize(1);
        mvc.perform(post(form.attr("action"))
                        .param("decision", "NOT_APPLIED")
                        .param("reason", "the old kernel runs")
                        .with(csrf()))
                .andExpect(redirectedUrl("/runs/" + reference));
        verify(acts).decide(reference, action, Runs.Decision.NOT_APPLIED, "the old kernel runs");
    }

    @Test
    void whatARunningCommandSaysIsShownAndKeptUpToDate() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        String action = sample.action(root(reference), step, "host-5", "SENT", Instant.now());
        sample.output(action, "x".repeat(70_000) + "\n", "<b>Unpacking</b> libc6\n");

        Document page = page("/runs/" + reference + "/actions/" + action);
        String live = page.select("#live").attr("data-live");
        Document part = page(live);

        assertThat(live).endsWith("/actions/" + action + "/live");
        assertThat(part.select("#live-said h2").text()).contains("Output so far");
        assertThat(part.select("#live-said pre").text())
                .endsWith("<b>Unpacking</b> libc6")
                .hasSizeLessThan(66_000);
        assertThat(page("/runs/" + reference + "/actions/"
                                + sample.action(root(reference), step, "host-6", "SUCCEEDED", Instant.now()))
                        .select("#live")
                        .hasAttr("data-live"))
                .isFalse();
    }

    @Test
    void aTranscriptIsShownAsTextWhateverItSays() throws Exception {
        String reference = sample.start("patch", "ada");
        String step = parts.tree(root(reference)).orElseThrow().steps().get(1).id();
        String action = sample.action(root(reference), step, "host-1", "SUCCEEDED", Instant.now());
        sample.transcript(action, 1, "<script>alert(1)</script>\u001b[31m\u0007 \u202e");

        Document page = page("/runs/" + reference + "/actions/" + action);

        assertThat(page.select("pre script")).isEmpty();
        assertThat(page.select("pre.terminal").text()).contains("<script>alert(1)</script>␛[31m␇", "<U+202E>");
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
