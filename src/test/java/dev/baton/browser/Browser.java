package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as a person uses it: signs in, follows addresses, takes pictures and remembers what the console complained of. */
final class Browser implements AutoCloseable {

    static final String CHROMIUM = "/usr/bin/chromium";
    static final String DRIVER = "/usr/bin/chromedriver";

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private final String address;
    private final Path pictures;
    private final ChromeDriver driver;
    private final List<String> complaints = new ArrayList<>();

    Browser(String address, Path profile, Path pictures) {
        this.address = address;
        this.pictures = pictures;
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(DRIVER).toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        size(WIDE);
    }

    void signIn(String person, String password) {
        driver.manage().deleteAllCookies();
        open("/login");
        driver.findElement(By.id("username")).sendKeys(person);
        driver.findElement(By.id("password")).sendKeys(password);
        driver.findElement(By.cssSelector("button[type=submit]")).click();
        see(By.cssSelector(".who-name"));
        assertThat(driver.findElement(By.cssSelector(".who-name")).getText()).isEqualTo(person);
    }

    /** The session ends, and the page does not know. */
    void signOut() {
        driver.manage().deleteAllCookies();
    }

    void open(String path) {
        String target = path.startsWith("http") ? path : address + path;
        driver.get(target);
    }

    WebElement see(By what) {
        return until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    void click(By what) {
        WebElement element = until(ExpectedConditions.elementToBeClickable(what));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    void vanish(By what) {
        until(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** A text that may be for screen readers alone. */
    String hidden(By what) {
        return driver.findElement(what).getDomProperty("textContent");
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Runs a script in the page, as the page's own scripts run, and gives what it hands to its callback. */
    Object ask(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Takes the whole page as it looks on a desk and on a phone. */
    void picture(String name) {
        size(NARROW);
        keep(name + "-" + NARROW);
        size(WIDE);
        keep(name + "-" + WIDE);
    }

    /** Takes an application that scrolls parts of its page by itself. */
    void pictureOfApplication(String name) {
        metrics(WIDE, 1500);
        keep(name + "-" + WIDE);
        size(WIDE);
    }

    /** Whether the page stays within the width of a phone. */
    boolean fitsPhone() {
        size(NARROW);
        try {
            return Boolean.TRUE.equals(driver.executeScript(
                    "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        } finally {
            size(WIDE);
        }
    }

    /** What the browser's console has as errors of Baton's own pages; Camunda's applications are not ours to mend. */
    List<String> complaints() {
        collect();
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        driver.quit();
    }

    <T> T until(ExpectedCondition<T> condition) {
        try {
            return new WebDriverWait(driver, PATIENCE).until(condition);
        } catch (TimeoutException e) {
            keep("waited-in-vain");
            throw e;
        }
    }

    private void keep(String name) {
        String png = (String) driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(name + ".png"), Base64.getDecoder().decode(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collect();
    }

    /** Makes the page that wide and, for pages taller than the window, as tall as it needs. */
    private void size(int width) {
        metrics(width, 900);
        if (driver.executeScript("return document.documentElement.scrollHeight") instanceof Long height
                && height > 900) {
            metrics(width, Math.min(height, 6000));
        }
    }

    private void metrics(int width, long height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void collect() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().equals(Level.SEVERE) && !entry.getMessage().startsWith(address + "/camunda/")) {
                complaints.add(entry.getMessage());
            }
        }
    }
}
