package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.StreamSupport;

/** A script that speaks to the API as one person. */
public final class Script {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String authorization;

    public Script(String address, String person, String password) {
        this.address = address;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A script of one of the users that the {@link RunningApplication} has generated. */
    static Script of(String person, int port) throws IOException {
        String password = FirstPasswords.read().get(person);
        return new Script("http://localhost:" + port, person, password);
    }

    public JsonNode get(String path) {
        return send(request(path).GET().build()).body();
    }

    /** What is not JSON, such as a configuration or a diff. */
    String text(String path) {
        return exchange(request(path).GET().build()).body();
    }

    public Answer post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The description of all calls. */
    JsonNode openApi() {
        return send(to("/api/openapi").GET().build()).body();
    }

    /** The reference of the first run of a procedure, as soon as there is one. */
    public String firstRun(String procedure) {
        JsonNode newestFirst = await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/runs?procedure=" + procedure).path("items"), runs -> !runs.isEmpty());
        return newestFirst.get(newestFirst.size() - 1).path("reference").asText();
    }

    /** Waits until a run is in a state. */
    public void waitFor(String run, String state) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(get("/runs/" + run).path("state").asText()).isEqualTo(state));
    }

    /** Waits until a person is asked for a step of a run. */
    public void waitForTask(String run, String name) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> StreamSupport.stream(
                                get("/runs/" + run).path("steps").spliterator(), false)
                        .anyMatch(step -> step.path("name").asText().equals(name)
                                && step.path("endedAt").isNull()));
    }

    /** The id of an open task of a run that this person may decide, as soon as there is one. */
    public String task(String run, String name) {
        return await(name)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> StreamSupport.stream(
                                        get("/tasks?run=" + run).path("items").spliterator(), false)
                                .filter(task -> task.path("name").asText().equals(name))
                                .map(task -> task.path("id").asText())
                                .findFirst()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    /** Claims a task and decides it. */
    public Answer complete(String task, String decision) {
        post("/tasks/" + task + "/claim", "");
        return post(
                "/tasks/" + task + "/complete",
                "{\"variables\": {\"decision\": \"%s\", \"reason\": \"as agreed\"}}".formatted(decision));
    }

    private HttpRequest.Builder request(String path) {
        return to("/api/v1" + path);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", authorization);
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request);
        try {
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Status and document of an answer. */
    public record Answer(int status, JsonNode body) {}
}
