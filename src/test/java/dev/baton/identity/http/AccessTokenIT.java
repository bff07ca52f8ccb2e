package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.application.FirstPasswords;
import dev.baton.application.RunningApplication;
import dev.baton.identity.AccessTokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningApplication
class AccessTokenIT {

    private static final String API = "/api/v1/runs";

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private final Map<String, String> passwords = new HashMap<>();
    private Browser browser;

    @BeforeEach
    void readPasswords() throws Exception {
        browser = new Browser(port, passwords);
        passwords.putAll(FirstPasswords.read());
    }

    @Test
    void aTokenIsShownOnceWorksAndEndsWhenItIsRevoked() throws Exception {
        HttpClient auditor = browser.signIn("auditor");
        String page = form(auditor, "/tokens", "purpose=weekly report&days=7");
        Matcher shown = Pattern.compile("baton_[\\w-]{43}").matcher(page);
        assertThat(shown.find()).isTrue();
        String token = shown.group();

        assertThat(browser.status(API, "Bearer " + token)).isEqualTo(200);
        assertThat(browser.status("/api/v1/activities", "Bearer " + token)).isEqualTo(200);
        String list = browser.send(auditor, "GET", "/tokens", "").body();
        assertThat(list).contains("weekly report").doesNotContain(token).doesNotContain("never");
        assertThat(database.sql("select digest from baton_access_token where purpose = 'weekly report'")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(token);

        String id = database.sql("select id from baton_access_token where purpose = 'weekly report'")
                .query(String.class)
                .single();
        form(browser.signIn("operator"), "/tokens/" + id + "/revoke", "");
        assertThat(browser.status(API, "Bearer " + token)).isEqualTo(200);
        form(browser.signIn("admin"), "/tokens/" + id + "/revoke", "");
        assertThat(browser.status(API, "Bearer " + token)).isEqualTo(401);
        assertThat(browser.send(auditor, "GET", "/tokens", "").body()).contains("revoked by admin");
    }

    @Test
    void aTokenHasTheRightsOfItsPersonAndOpensNoPage() throws Exception {
        String token = tokens.make("auditor", "read", Duration.ofDays(1));

        assertThat(post("/api/v1/runs", token)).isEqualTo(403);
        assertThat(browser.status("/runs", "Bearer " + token)).isEqualTo(302);
        assertThat(browser.send(HttpClient.newHttpClient(), "GET", "/tokens", "")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @Test
    void anExpiredAnUnknownAndAStrangersTokenAreRefused() throws Exception {
        assertThat(browser.status(API, "Bearer " + tokens.make("operator", "late", Duration.ZERO)))
                .isEqualTo(401);
        assertThat(browser.status(API, "Bearer baton_" + "A".repeat(43))).isEqualTo(401);
        assertThat(browser.status(API, "Bearer " + tokens.make("stranger", "in no group", Duration.ofDays(1))))
                .isIn(401, 403);
    }

    @Test
    void aTokenNeedsAPurposeAndAnEnd() throws Exception {
        HttpClient operator = browser.signIn("operator");

        assertThat(form(operator, "/tokens", "purpose=&days=7")).contains("say what it is for");
        assertThat(form(operator, "/tokens", "purpose=for ever&days=366"))
                .contains("1 to 365 days")
                .contains("for ever");
        assertThat(form(operator, "/tokens", "purpose=words&days=many")).contains("not &quot;many&quot;");
    }

    private String form(HttpClient session, String path, String fields) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(browser.send(session, "GET", "/tokens", "").body());
        assertThat(csrf.find()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(browser.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.replace(" ", "+") + "&_csrf=" + csrf.group(1)))
                .build();
        return session.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private int post(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(browser.uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
