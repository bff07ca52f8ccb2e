package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.application.FreshBaton;
import dev.baton.application.Script;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The way of a newcomer from the first start to a patched host, in a real browser on the built-in lab. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class NewcomerIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String APPROVE = "Approve patching";
    private static final String REVIEW = "Review failed hosts";

    @TempDir
    private Path folder;

    private FreshBaton baton;
    private Map<String, String> passwords;
    private Script script;
    private Browser browser;
    private Tasklist tasklist;

    @BeforeEach
    void startForTheFirstTime() throws IOException {
        Programs.require(Browser.CHROMIUM, Browser.DRIVER);
        baton = new FreshBaton(Files.createDirectory(folder.resolve("baton")), Path.of("target", "newcomer.log"));
        String address = baton.address();
        passwords = baton.passwords();
        script = new Script(address, "operator", passwords.get("operator"));
        browser = new Browser(address, folder.resolve("chromium"), PICTURES);
        tasklist = new Tasklist(browser);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (baton != null) {
            baton.close();
        }
    }

    @Test
    void aNewcomerSeesABackupApprovesAPatchingAndDecidesOnTheHostThatBreaks() {
        String backup = script.firstRun("nightly-config-backup");
        String patching = script.firstRun("patch-hosts");
        script.waitFor(backup, "COMPLETED");
        script.waitForTask(patching, APPROVE);

        lookAround(backup);
        cancelAnotherRun();
        String approval = link(patching, APPROVE);
        refuseTheRequester(approval);
        approve(patching, approval);
        tasklist.signOut();
        review(patching);
        script.waitFor(patching, "COMPLETED");
        readTheRecord(patching);

        assertThat(browser.complaints()).isEmpty();
    }

    private void lookAround(String backup) {
        signIn("operator");
        assertThat(browser.text()).contains("Waiting for a person", APPROVE, "Host patching", "changeApprovers");
        show("today", "/");
        show("runs", "/runs");
        show("run-backup", "/runs/" + backup);
        show("procedures", "/procedures");
        show("procedure", "/procedures/patch-hosts");
        show("devices", "/devices");
        show("device", "/devices/core-sw1");
        show("findings", "/findings");
    }

    private void refuseTheRequester(String approval) {
        String task = task(approval);
        Script.Answer claimed = script.post("/tasks/" + task + "/claim", "");
        Script.Answer completed = script.post(
                "/tasks/" + task + "/complete",
                "{\"variables\": {\"decision\": \"approve\", \"reason\": \"I say so myself\"}}");
        assertThat(claimed.status()).isEqualTo(403);
        assertThat(completed.status()).isEqualTo(403);
        assertThat(completed.body().path("detail").asText()).contains("You started", "must decide");

        browser.open("/camunda/app/tasklist/default/");
        browser.see(By.cssSelector(".navbar, header"));
        assertThat(tasklist.force(task, "approve")).startsWith("403").contains("You started", "must decide");
    }

    private void approve(String patching, String approval) {
        signIn("approver");
        String form = tasklist.claim(approval);
        assertThat(form)
                .contains(
                        "Patch 4 hosts: 42 patches pending",
                        "risk medium",
                        "Open the record of " + patching,
                        "web-02 127.0.0.1 9 5 no",
                        "db-01 127.0.0.1 11 5 yes",
                        "batches of 1, 50%, rest",
                        "Asked for by operator")
                .contains("web-02 rsync 3.2.7-1+deb12u1 to 3.2.7-1+deb12u2 held, security")
                .contains("db-01 base-files", "libssl3 3.0.15-1~deb12u1 to 3.0.17-1~deb12u2 yes")
                .doesNotContain("null");
        assertThat(browser.see(By.linkText("Open the record of " + patching)).getDomProperty("href"))
                .endsWith("/runs/" + patching);
        tasklist.fill("Approve: patch these hosts now", "The window is open, the list is as expected.");
        browser.pictureOfApplication("tasklist-approve");
        assertThat(tasklist.widestCut()).as("no column of the form is cut off").isZero();
        tasklist.complete();
    }

    private void review(String patching) {
        script.waitForTask(patching, REVIEW);
        signIn("operator");
        show("run-review", "/runs/" + patching);
        assertThat(browser.text())
                .contains(
                        "web-03",
                        REVIEW,
                        "operators",
                        "1 device is held",
                        "Held",
                        "1 device in later batches",
                        "web-02");
        String form = tasklist.claim(link(patching, REVIEW));
        assertThat(form)
                .contains(
                        "Batch 2: 1 host failed, 1 host held",
                        "Held (not started): 1 host: web-02",
                        "Done: 1 host: db-01",
                        "web-01",
                        "Versions from before: the failed hosts are back at the versions from before",
                        "web-03 Failed Check failed: nginx.service has failed")
                .doesNotContain("null");
        tasklist.fill("Retry: run this batch again", "The archive offers a corrected nginx.");
        browser.pictureOfApplication("tasklist-review");
        tasklist.complete();
    }

    private void readTheRecord(String patching) {
        show("run", "/runs/" + patching);
        assertThat(browser.text())
                .contains(
                        "Completed",
                        "approver",
                        "The window is open",
                        "operator",
                        "corrected nginx",
                        "was refused",
                        "127 expected");
        assertThat(script.get("/runs/" + patching).at("/outcome/name").asText()).isEqualTo("Patched");
        JsonNode failed = script.get("/runs/" + patching + "/actions?device=web-03&state=FAILED")
                .path("items");
        assertThat(failed).isNotEmpty();
        String action = failed.get(0).path("id").asText();
        show("transcript", "/runs/" + patching + "/actions/" + action);
        assertThat(browser.text()).contains("Transcript of attempt", "> systemctl --failed", "[exit 0, ");
        show("today-after", "/");
    }

    private void cancelAnotherRun() {
        Script.Answer incomplete = script.post("/runs", wish(""));
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.body().path("field").asText()).isEqualTo("inputs.scope");
        String again = script.post("/runs", wish("\"scope\": \"all\""))
                .body()
                .path("reference")
                .asText();
        script.waitForTask(again, APPROVE);
        Script auditor = new Script(baton.address(), "auditor", passwords.get("auditor"));
        String reason = "{\"reason\": \"not needed after all\"}";
        assertThat(auditor.post("/runs/" + again + "/cancel", reason).status()).isEqualTo(403);
        browser.open("/runs/" + again);
        browser.click(By.cssSelector(".danger summary"));
        browser.see(By.cssSelector(".danger input[name=reason]")).sendKeys("not needed after all");
        browser.click(By.cssSelector(".danger-button"));
        browser.see(By.cssSelector(".notice.tone-done"));
        script.waitFor(again, "CANCELLED");
    }

    private static String wish(String inputs) {
        return "{\"procedure\": \"patch-hosts\", \"targets\": \"web-01\", \"reason\": \"once more\", \"inputs\": {%s}}"
                .formatted(inputs);
    }

    private void signIn(String person) {
        browser.signIn(person, passwords.get(person));
    }

    private void show(String name, String path) {
        browser.open(path);
        browser.see(By.tagName("h1"));
        browser.picture(name);
        assertThat(browser.fitsPhone()).as("%s fits a phone", path).isTrue();
    }

    /** The address that the run page gives for a task. */
    private String link(String run, String task) {
        browser.open("/runs/" + run);
        return browser.see(By.xpath("//section[.//h2[normalize-space()='%s']]//a[normalize-space()='Open in Tasklist']"
                        .formatted(task)))
                .getAttribute("href");
    }

    private static String task(String link) {
        return link.replaceAll(".*[?&]task=", "");
    }
}
