package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server in a JVM of its own, spoken to over its API. */
final class ShippedServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Programs.freePort();
    private final String authorization;
    private final Process process;

    /** @param password of the one person who may do everything here */
    ShippedServer(Database database, Path folder, String password, String heap) throws IOException {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString(("ada:" + password).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("users.yaml"),
                "users:\n  - {name: ada, groups: [operators, procedureOwners, auditors], password: \"file:"
                        + folder.resolve("password") + "\"}\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseParallelGC",
                        "-jar",
                        jar().toAbsolutePath().toString(),
                        "--spring.profiles.active=postgresql",
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--baton.inventory=" + folder.resolve("inventory.yaml"),
                        "--baton.identity.users=" + folder.resolve("users.yaml"),
                        "--baton.lab.enabled=false")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        // The last, and the collector, as the image has them.
        builder.environment()
                .putAll(Map.of(
                        "BATON_DB_URL",
                        database.url(),
                        "BATON_DB_USER",
                        "postgres",
                        "BATON_DB_PASSWORD",
                        "",
                        "MALLOC_ARENA_MAX",
                        "2"));
        process = builder.start();
        await().atMost(START)
                .ignoreExceptions()
                .until(() -> get("/api/v1/procedures").has("items"));
    }

    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "baton-*.jar")) {
            return jars.iterator().next();
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    void deploy(String name, String diagram) throws IOException, InterruptedException {
        String body = "--part\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: application/xml\r\n\r\n" + diagram + "\r\n--part--\r\n";
        send(request("/api/v1/procedures")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Runs a procedure on all devices to its end. */
    void run(String procedure, int devices) throws IOException, InterruptedException {
        JsonNode started = send(request("/api/v1/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(
                        Map.of("procedure", procedure, "targets", "", "mode", "live", "reason", "a benchmark")))));
        String run = "/api/v1/runs/" + started.get("reference").asText();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(run).get("state").asText().equals("COMPLETED"));
        JsonNode actions = get(run + "/actions?state=SUCCEEDED&size=1");
        assertThat(actions.get("total").asInt()).as("actions that succeeded").isEqualTo(devices);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(30));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(List.of(200, 201)).as(answer.body()).contains(answer.statusCode());
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
