package dev.baton.browser;

import org.openqa.selenium.By;

/** Camunda's Tasklist, where people decide. */
final class Tasklist {

    private static final By CLAIM = By.cssSelector("button.claim");
    private static final By COMPLETE = By.xpath("//button[normalize-space()='Complete']");

    private final Browser browser;

    Tasklist(Browser browser) {
        this.browser = browser;
    }

    /** Opens a task by its address, takes it and shows its form; gives what the person reads. */
    String claim(String link) {
        browser.open(link);
        browser.click(CLAIM);
        browser.see(By.cssSelector("button.unclaim"));
        browser.see(By.cssSelector(".fjs-form textarea"));
        return browser.text();
    }

    /** Fills in a decision and its reason. */
    void fill(String choice, String reason) {
        browser.click(By.xpath(
                "//*[contains(@class, 'fjs-form')]//label[starts-with(normalize-space(), '%s')]".formatted(choice)));
        browser.see(By.xpath("//*[contains(@class, 'fjs-form-field-textarea')]"
                        + "[.//label[starts-with(normalize-space(), 'Reason')]]//textarea"))
                .sendKeys(reason);
    }

    void complete() {
        browser.click(COMPLETE);
        browser.vanish(COMPLETE);
    }

    /** Signs out by Tasklist's own menu, which ends at Baton's sign-in page. */
    void signOut() {
        browser.click(By.cssSelector(".account .dropdown-toggle"));
        browser.click(By.cssSelector(".account .logout a"));
        browser.see(By.id("username"));
    }

    /** By how many pixels the widest table of the form is cut off. */
    long widestCut() {
        return (Long) browser.ask("""
                const done = arguments[arguments.length - 1];
                const cut = [...document.querySelectorAll('.fjs-table-middle-container, .fjs-table')]
                  .map(table => Math.max(table.parentElement.scrollWidth - table.parentElement.clientWidth,
                                         table.scrollWidth - table.clientWidth));
                done(Math.max(0, ...cut));
                """);
    }

    /** Tries to complete a task past the form, as Tasklist's own script would; gives status and answer. */
    String force(String task, String decision) {
        return (String) browser.ask("""
                const done = arguments[arguments.length - 1];
                const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie);
                const text = value => ({value, type: 'String'});
                fetch('/camunda/api/engine/engine/default/task/' + arguments[0] + '/submit-form', {
                  method: 'POST',
                  headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token ? token[1] : ''},
                  body: JSON.stringify({variables: {decision: text(arguments[1]), reason: text('I say so myself')}})
                }).then(answer => answer.text().then(body => done(answer.status + ' ' + body)), wrong => done('' + wrong));
                """, task, decision);
    }
}
