package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.secret.Secret;
import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.SecretViews;
import dev.baton.secret.store.SecretViews.SecretView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A whole rotation in the lab; afterwards every place that keeps anything is searched for the new key. */
@RunningApplication
@ExtendWith(OutputCaptureExtension.class)
class SecretCanaryIT {

    private static final String HOST = "web-01";
    private static final String NAME = "lab-hosts";

    @Autowired
    private SecretStore store;

    @Autowired
    private SecretViews views;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    /** The lab's folder outlives the database of a test. */
    @AfterEach
    void goBackToTheFirstKey() throws IOException {
        Script.of("admin", port)
                .post(
                        "/secrets/" + NAME + "/forget",
                        "{\"device\": \"" + HOST + "\", \"reason\": \"the test is over\"}");
        Files.deleteIfExists(
                Path.of(System.getProperty("test.folder", "target/data"), "lab", "authorized_keys." + HOST));
    }

    @Test
    void aNewKeyIsInNoTableNoTranscriptNoVariableNoAnswerAndNoLogLine(CapturedOutput log) throws IOException {
        Script operator = Script.of("operator", port);

        String run = rotated(operator);

        JsonNode ended = operator.get("/runs/" + run);
        assertThat(ended.at("/outcome/id").asText()).as(ended.toString()).isEqualTo("EndEvent_Rotated");
        int version = views.all().stream()
                .filter(view -> view.device().equals(HOST))
                .mapToInt(SecretView::current)
                .findFirst()
                .orElseThrow();
        String transcripts = transcripts();
        String tables = String.join("\n", jdbc.queryForList("script", String.class));
        assertThat(transcripts).contains("{pending}", "LOGIN > pending", "accepted", "refused: ");
        assertThat(tables).contains(run);
        String all = (transcripts + tables + log + ended + operator.get("/runs/" + run + "/actions"))
                .toLowerCase(Locale.ROOT);
        try (Secret key = store.open(NAME, HOST, version).orElseThrow()) {
            for (String canary : canaries(String.valueOf(key.chars()))) {
                assertThat(all.contains(canary.toLowerCase(Locale.ROOT)))
                        .as("a part of the new key was found")
                        .isFalse();
            }
        }
    }

    private String rotated(Script operator) throws IOException {
        Script.Answer started = operator.post("/runs", """
                {"procedure": "credential-rotation", "targets": "name = %s", "mode": "live",
                 "inputs": {"length": 32, "keyFile": ".ssh/authorized_keys"}, "reason": "a test of the canary"}
                """.formatted(HOST));
        assertThat(started.status()).as(started.body().toString()).isEqualTo(201);
        String run = started.body().path("reference").asText();
        Script approver = Script.of("approver", port);
        approver.complete(approver.task(run, "Approve rotation"), "approve");
        operator.waitFor(run, "COMPLETED");
        return run;
    }

    /** The lines of the key, and its secret part in other writings. */
    private static List<String> canaries(String key) {
        List<String> canaries = new ArrayList<>(key.lines()
                .filter(line -> !line.startsWith("-----") && line.length() > 20)
                .toList());
        assertThat(canaries).hasSizeGreaterThan(3);
        byte[] blob = Base64.getMimeDecoder().decode(String.join("", canaries));
        // Behind the public key, which is no secret.
        for (int from = 110; from + 16 <= 210; from += 16) {
            byte[] part = Arrays.copyOfRange(blob, from, from + 16);
            canaries.add(HexFormat.of().formatHex(part));
            canaries.add(new String(part, StandardCharsets.ISO_8859_1));
            canaries.add(Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(part, 15)));
        }
        return canaries;
    }

    private String transcripts() {
        StringBuilder all = new StringBuilder();
        jdbc.query("select content from baton_transcript", row -> {
            try (InflaterInputStream text = new InflaterInputStream(new ByteArrayInputStream(row.getBytes(1)))) {
                all.append(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all.toString();
    }
}
