package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.application.FreshBaton;
import dev.baton.application.Script;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an operator decides about a host that breaks in the lab, and what becomes of the host that is held meanwhile. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class HeldHostsIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path folder;

    @Test
    void theHeldHostWaitsForTheDecisionToContinue() throws IOException {
        Programs.require(Browser.CHROMIUM, Browser.DRIVER);
        try (FreshBaton baton =
                new FreshBaton(Files.createDirectory(folder.resolve("baton")), Path.of("target", "held-hosts.log"))) {
            String address = baton.address();
            Map<String, String> passwords = baton.passwords();
            Script operator = new Script(address, "operator", passwords.get("operator"));
            String run = operator.firstRun("patch-hosts");
            Script approver = new Script(address, "approver", passwords.get("approver"));
            assertThat(approver.complete(approver.task(run, "Approve patching"), "approve")
                            .status())
                    .isEqualTo(204);
            String review = operator.task(run, "Review failed hosts");
            assertThat(patched(operator, run, "web-02")).isEmpty();

            try (Browser browser = new Browser(address, folder.resolve("chromium"), PICTURES)) {
                browser.signIn("operator", passwords.get("operator"));
                Tasklist tasklist = new Tasklist(browser);
                assertThat(tasklist.claim(tasklist(review))).contains("1 host failed, 1 host held");
                tasklist.fill("Continue:", "The host needs more work.");
                tasklist.complete();
                operator.waitFor(run, "COMPLETED");
                browser.open("/runs/" + run);
                browser.see(By.tagName("h1"));
                browser.picture("run-continue");
                assertThat(browser.text()).doesNotContain("never started");
            }

            assertThat(operator.get("/runs/" + run).at("/outcome/name").asText())
                    .isEqualTo("Partly patched");
            assertThat(patched(operator, run, "web-02")).isNotEmpty();
        }
    }

    private static String tasklist(String task) {
        return "/camunda/app/tasklist/default/#/?task=" + task;
    }

    private static List<JsonNode> patched(Script operator, String run, String device) {
        JsonNode actions = operator.get("/runs/" + run + "/actions?device=" + device + "&size=100");
        return StreamSupport.stream(actions.path("items").spliterator(), false)
                .filter(action -> action.path("delegate").asText().equals("applyPatches"))
                .toList();
    }
}
