package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.application.FreshBaton;
import dev.baton.application.Script;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A run page keeps itself up to date beside what a person types, and says when it does not. */
class LivePageIT {

    private static final By FILTER = By.cssSelector("#devices input[name=device]");
    private static final By REASON = By.id("reason-cancel");

    @TempDir
    private Path folder;

    @Test
    void whatIsTypedStaysWhileTheRunGoesOn() throws IOException {
        Programs.require(Browser.CHROMIUM, Browser.DRIVER);
        try (FreshBaton baton =
                new FreshBaton(Files.createDirectory(folder.resolve("baton")), Path.of("target", "live-page.log"))) {
            String address = baton.address();
            Map<String, String> passwords = baton.passwords();
            Script operator = new Script(address, "operator", passwords.get("operator"));
            String run = operator.firstRun("patch-hosts");
            operator.waitForTask(run, "Approve patching");
            try (Browser browser = new Browser(address, folder.resolve("chromium"), Path.of("target", "live-page"))) {
                browser.signIn("operator", passwords.get("operator"));
                browser.open("/runs/" + run);
                WebElement filter = browser.see(FILTER);
                filter.sendKeys("web-0");
                browser.click(By.cssSelector(".danger summary"));
                browser.see(REASON).sendKeys("not needed");
                String asOf = browser.hidden(By.id("as-of"));
                browser.until(driver -> !browser.hidden(By.id("as-of")).equals(asOf));
                assertThat(browser.see(REASON).getAttribute("value")).isEqualTo("not needed");
                assertThat(browser.hidden(By.id("live-status"))).isEqualTo("Waiting: Approve patching.");

                operator.post("/runs/" + run + "/cancel", "{\"reason\": \"a script was faster\"}");

                browser.vanish(By.cssSelector(".danger"));
                assertThat(filter.getAttribute("value")).isEqualTo("web-0");
                assertThat(browser.text()).contains("Cancelled by operator: a script was faster");
                assertThat(browser.hidden(By.id("live-status"))).isEqualTo("Cancelled.");

                String other = operator.post(
                                "/runs",
                                "{\"procedure\": \"patch-hosts\", \"targets\": \"web-01\", \"reason\": \"once more\","
                                        + " \"inputs\": {\"scope\": \"all\"}}")
                        .body()
                        .path("reference")
                        .asText();
                browser.open("/runs/" + other);
                browser.signOut();
                assertThat(browser.see(By.cssSelector("#live-status.stopped")).getText())
                        .contains("you are signed out");
                browser.picture("signed-out");

                browser.signIn("auditor", passwords.get("auditor"));
                browser.open("/activity?run=" + run);
                assertThat(browser.see(By.cssSelector("table.rows")).getText()).contains("operator", "Cancel", run);
                browser.picture("activity");
                assertThat(browser.fitsPhone()).isTrue();
            }
        }
    }
}
