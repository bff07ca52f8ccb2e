package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs people in and sends requests as a browser, a script or an attacker would. */
record Browser(int port, Map<String, String> passwords) {

    static final String ENGINE = "/camunda/api/engine/engine/default";

    HttpClient signIn(String person) throws Exception {
        HttpClient session =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(send(session, "GET", "/login", "").body());
        assertThat(token.find()).isTrue();
        HttpRequest login = HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + person + "&password=" + passwords.get(person) + "&_csrf=" + token.group(1)))
                .build();
        HttpResponse<String> answer = session.send(login, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        // Camunda's applications ask before they act, and get their token with the answer.
        send(session, "GET", ENGINE + "/task/count", "");
        return session;
    }

    /** Sends Camunda's own token along, as its applications do. */
    HttpResponse<String> send(HttpClient session, String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
        jar(session).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return session.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    int status(String path, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Writes the request itself, since HTTP clients tidy paths up. */
    int raw(String path, String body, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + headers
                    + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    static String cookies(HttpClient session) {
        StringBuilder headers = new StringBuilder("Cookie: ");
        String token = "";
        for (HttpCookie cookie : jar(session)) {
            headers.append(cookie.getName())
                    .append('=')
                    .append(cookie.getValue())
                    .append("; ");
            token = cookie.getName().equals("XSRF-TOKEN") ? cookie.getValue() : token;
        }
        return headers + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
    }

    static List<HttpCookie> jar(HttpClient session) {
        return session.cookieHandler()
                .map(CookieManager.class::cast)
                .map(manager -> manager.getCookieStore().getCookies())
                .orElse(List.of());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
