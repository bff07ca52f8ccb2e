package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Severity;
import dev.baton.backup.BackupViews;
import dev.baton.backup.RevisionView;
import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import dev.baton.history.RunHistory;
import dev.baton.history.SampleRuns;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.procedure.ProcedureDetails;
import dev.baton.procedure.ProcedureSummary;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.deploy.RefusedUpload;
import dev.baton.procedure.source.Form;
import dev.baton.run.Mode;
import dev.baton.run.Runs;
import dev.baton.run.StartRun;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

@WebTest
class ConsoleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SampleRuns sample;

    @Autowired
    private RunHistory runs;

    @Autowired
    private Runs acts;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Inventory inventory;

    @Autowired
    private BackupViews backups;

    @Autowired
    private FindingViews findings;

    @BeforeEach
    void knowALittle() {
        InventoryDevice device = new InventoryDevice(
                new Device(
                        "core-sw1",
                        "192.0.2.10",
                        "cisco_ios",
                        "ams1",
                        "core",
                        Set.of("edge"),
                        Criticality.HIGH,
                        null,
                        false),
                List.of(),
                null,
                null);
        when(inventory.devices()).thenReturn(List.of(device));
        when(inventory.select("")).thenReturn(List.of(device));
        when(inventory.select("site=")).thenThrow(new BadQueryException("expected a value at position 6"));
        when(inventory.find("core-sw1")).thenReturn(Optional.of(device));
        when(findings.list(any(), anyInt(), anyInt()))
                .thenReturn(new FindingPage(
                        List.of(new FindingView(
                                "f",
                                "core-sw1",
                                "backup-failed",
                                "",
                                Severity.WARNING,
                                "<script>alert(1)</script>",
                                FindingState.OPEN,
                                3,
                                NOW,
                                NOW,
                                null,
                                "RUN-000001",
                                null,
                                0,
                                null)),
                        1));
        when(backups.revisions("core-sw1")).thenReturn(List.of(revision(2), revision(1)));
        when(backups.diff("core-sw1", 1, 2)).thenReturn(Optional.of("@@ -1 +1 @@\n-old\n+<b>new</b>\n"));
        ProcedureSummary summary = new ProcedureSummary(
                "patch",
                "Host patching",
                "Brings hosts up to date.",
                "Ops",
                "SOP-7",
                "management",
                1,
                "1.2.0",
                "d1",
                NOW,
                "files",
                ProcedureSummary.State.NEWER_REFUSED,
                List.of(new Violation(
                        "patch.bpmn", "Task_X", "no-script", "A script", "Use a delegate", Violation.Weight.ERROR)));
        when(procedures.list()).thenReturn(List.of(summary));
        when(procedures.find("patch"))
                .thenReturn(Optional.of(new ProcedureDetails(
                        summary,
                        List.of(),
                        List.of(),
                        List.of(
                                new Form.Field(
                                        "query",
                                        "Hosts",
                                        "Names or a query.",
                                        "textfield",
                                        "role=web",
                                        List.of(),
                                        true,
                                        "",
                                        3,
                                        99),
                                new Form.Field(
                                        "batches",
                                        "Batches",
                                        "",
                                        "textfield",
                                        "1, rest",
                                        List.of(),
                                        true,
                                        "",
                                        null,
                                        null)),
                        List.of(),
                        List.of("changeApprovers"),
                        List.of(),
                        List.of(),
                        List.of())));
        when(procedures.picture(any(), any())).thenReturn(Optional.of("<svg class=\"diagram\"></svg>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/today/live",
                "/runs",
                "/runs?state=RUNNING&procedure=patch&from=2026-11-01&to=2026-11-30&requester=ada",
                "/procedures",
                "/procedures/patch",
                "/devices",
                "/devices?query=site%3D",
                "/devices/core-sw1",
                "/devices/core-sw1?from=1&to=2",
                "/schedules",
                "/findings",
                "/findings?state="
            })
    void pagesNeedNoInlineScriptOrStyleAndEscapeWhatDevicesSay(String address) throws Exception {
        Document page = page(address);

        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(page.select("script[src]").eachAttr("src")).allMatch(src -> src.startsWith("/js/"));
    }

    @Test
    void todayShowsWhatRunsWhatWaitsAndWhatStopped() throws Exception {
        String waiting = sample.start("patch", "ada");
        sample.finishDevices();
        String running = sample.start("patch", "ada");
        String stopped = sample.start("patch", "ada");
        sample.failDevices(root(stopped));

        Document page = page("/");

        assertThat(page.select("section:has(#running-title)").text()).contains(running, "List patches.");
        assertThat(page.select("section:has(#waiting-title)").text()).contains(waiting, "changeApprovers");
        assertThat(page.select("section:has(#attention-title)").text()).contains("Stopped at List patches: no route");
        assertThat(page.select("section:has(#waiting-title) a.row-title").attr("href"))
                .startsWith("/camunda/app/tasklist/default/#/?task=");
    }

    @Test
    @WithMockUser(username = "eve", roles = "auditors")
    void anAuditorReadsEverythingAndFindsNoButton() throws Exception {
        String reference = sample.start("patch", "ada");
        sample.failDevices(root(reference));

        Document page = page("/runs/" + reference);

        assertThat(page.select("form[method=post]").eachAttr("action")).containsExactly("/logout");
        assertThat(page("/procedures/patch").select("form[method=post]").eachAttr("action"))
                .containsExactly("/logout");
        mvc.perform(post("/runs/" + reference + "/cancel").param("reason", "x").with(csrf()))
                .andExpect(status().isForbidden());
        verify(acts, never()).cancel(any(), any());
    }

    @Test
    void refusedUploadsShowWhoSentWhat() throws Exception {
        when(procedures.refusedUploads())
                .thenReturn(List.of(new RefusedUpload(NOW, "olga", "patch.bpmn", "Task_X", "no-script", "A script")));

        assertThat(page("/procedures")
                        .select("section:has(#refused-title) tbody tr")
                        .text())
                .contains("olga", "patch.bpmn", "Task_X", "no-script", "A script");
    }

    @Test
    void aRunIsStartedFromTheFormOfItsProcedure() throws Exception {
        when(acts.start(any())).thenReturn(new Runs.Started("RUN-000007", "p7"));

        mvc.perform(post("/runs")
                        .param("procedure", "patch")
                        .param("targets", "site=ams1")
                        .param("reason", "monthly")
                        .param("input.batches", "1, 50%")
                        .with(csrf()))
                .andExpect(redirectedUrl("/runs/RUN-000007"));

        verify(acts)
                .start(new StartRun("patch", "site=ams1", Map.of("batches", "1, 50%"), Mode.LIVE, "monthly", false));
    }

    @Test
    void theStartAsksForDevicesAsTheFormOfTheProcedureDoes() throws Exception {
        Document page = page("/procedures/patch");
        Elements devices = page.select("input[name=targets]");

        assertThat(devices.attr("value")).isEqualTo("role=web");
        assertThat(devices.hasAttr("required")).isTrue();
        assertThat(devices.attr("minlength")).isEqualTo("3");
        assertThat(devices.attr("maxlength")).isEqualTo("99");
        assertThat(page.select("label:has(input[name=targets])").text()).isEqualTo("Hosts Names or a query.");
    }

    @Test
    void aStartThatIsRefusedLeadsBackToTheForm() throws Exception {
        mvc.perform(post("/runs")
                        .param("procedure", "patch")
                        .param("reason", "monthly")
                        .with(csrf()))
                .andExpect(redirectedUrl("/procedures/patch#start"))
                .andExpect(flash().attribute("refused", "Not started: Batches is missing"));
    }

    @Test
    void aWrongQuerySaysWhatWasExpected() throws Exception {
        assertThat(page("/devices?query=site%3D").select("[role=alert]").text())
                .isEqualTo("expected a value at position 6");
    }

    @Test
    void aRevisionShowsWhatItSaysAndWhoMadeIt() throws Exception {
        when(backups.revision("core-sw1", 2)).thenReturn(Optional.of(revision(2)));
        when(backups.content("core-sw1", 2)).thenReturn(Optional.of("hostname core-sw1\nend\n"));

        Document page = page("/devices/core-sw1/configurations/2");

        assertThat(page.text()).contains("hostname core-sw1", "Changed by ada", "configured by ada on vty0");
    }

    @Test
    void aDiffTellsAddedFromRemovedLines() throws Exception {
        Document page = page("/devices/core-sw1?from=1&to=2");

        assertThat(page.select(".diff .add").text()).isEqualTo("+<b>new</b>");
        assertThat(page.select(".diff .remove").text()).isEqualTo("-old");
    }

    @Test
    void aDeviceSaysThroughWhichHostItIsReached() throws Exception {
        Credential key = new Credential.SshKey("ops-key", "ops", new SecretReference("env:KEY"), null, null);
        HostTrust pin = new HostTrust.Pin("SHA256:" + "a".repeat(43));
        InventoryDevice bastion = Devices.behind(null, "bastion1", 22, key, pin);
        InventoryDevice device = Devices.behind(bastion, "core-sw1", 2222, key, pin);
        when(inventory.find("core-sw1")).thenReturn(Optional.of(device));
        when(inventory.find("bastion1")).thenReturn(Optional.of(bastion));

        assertThat(page("/devices/core-sw1").text()).contains("SSH port 2222, credential ops-key, through bastion1");
        assertThat(page("/devices/bastion1").text())
                .contains("SSH port 22, credential ops-key")
                .doesNotContain("through");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        when(findings.list(FindingFilter.ofDevice("nobody"), 0, 50)).thenReturn(new FindingPage(List.of(), 0));

        for (String address :
                List.of("/runs/RUN-0", "/devices/nobody", "/procedures/nothing", "/runs/RUN-0/actions/x")) {
            mvc.perform(get(address)).andExpect(status().isNotFound());
        }
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

    private static RevisionView revision(int number) {
        return new RevisionView(
                "core-sw1",
                number,
                "a".repeat(64),
                3,
                3,
                1,
                "RUN-000001",
                "nightly",
                NOW,
                NOW,
                null,
                "ada",
                "configured by ada on vty0",
                true);
    }
}
