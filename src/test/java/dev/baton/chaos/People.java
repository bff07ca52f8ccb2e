package dev.baton.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.application.Script;
import dev.baton.application.Script.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** An operator who starts, cancels and decides by the API of whichever node answers, and who knows what the devices did. */
final class People {

    private static final int TRIES = 50;

    private final Cluster cluster;
    private final ChaosDatabase database;
    private final Path folder;
    private final String password;
    final AtomicInteger decided = new AtomicInteger();

    People(Cluster cluster, ChaosDatabase database, Path folder, String password) {
        this.cluster = cluster;
        this.database = database;
        this.folder = folder;
        this.password = password;
    }

    /** Asks again when a node was lost before it had answered, unless it had begun the run. */
    void start(String reason, String targets) {
        String wish = "{\"procedure\": \"%s\", \"targets\": \"%s\", \"reason\": \"%s\"}"
                .formatted(ChaosDiagram.KEY, targets, reason);
        Predicate<Answer> begun = answer -> answer.status() == 201
                || database.number("select count(*) from baton_run where reason = ?", reason) > 0;
        insist("/runs", wish, begun);
    }

    /** A run that has ended meanwhile cannot be cancelled any more. */
    void cancel(String reference) {
        insist("/runs/" + reference + "/cancel", "{\"reason\": \"chaos\"}", answer -> answer.status() < 500);
    }

    void retry(String reference) {
        insist("/runs/" + reference + "/retry", "{\"reason\": \"chaos\"}", answer -> answer.status() < 500);
    }

    /** Decides all actions of a run whose outcome nobody knows, and then what it waits for. */
    void goOn(String reference) throws IOException {
        decide(reference, truth -> truth);
        for (String task : database.words(
                "select t.id_ from act_ru_task t join baton_run r on r.process_instance = t.proc_inst_id_"
                        + " where r.reference = ?",
                reference)) {
            insist("/tasks/" + task + "/complete", "{\"variables\": {}}", answer -> answer.status() < 500);
        }
    }

    /** @param verdict what the person says, given the truth */
    void decide(String reference, UnaryOperator<String> verdict) throws IOException {
        DeviceLog log = DeviceLog.read(folder);
        for (JsonNode action : unknown(reference)) {
            String label = reference + "." + action.path("activity").asText();
            String truth = log.acts(action.path("device").asText(), label).isEmpty() ? "NOT_APPLIED" : "SUCCEEDED";
            insist(
                    "/runs/" + reference + "/actions/" + action.path("id").asText() + "/decide",
                    "{\"decision\": \"%s\", \"reason\": \"chaos\"}".formatted(verdict.apply(truth)),
                    answer -> answer.status() == 200 || answer.status() == 409);
            decided.incrementAndGet();
        }
    }

    private JsonNode unknown(String reference) {
        for (int tries = 1; ; tries++) {
            try {
                JsonNode items = script().get("/runs/" + reference + "/actions?state=UNKNOWN&size=50")
                        .path("items");
                if (items.isArray()) {
                    return items;
                }
            } catch (UncheckedIOException e) {
                // The node was lost.
            }
            if (tries == TRIES) {
                throw new AssertionError("the actions of " + reference + " cannot be read");
            }
        }
    }

    private void insist(String path, String body, Predicate<Answer> enough) {
        for (int tries = 1; ; tries++) {
            String seen;
            try {
                Answer answer = script().post(path, body);
                if (enough.test(answer)) {
                    return;
                }
                seen = answer.toString();
            } catch (UncheckedIOException e) {
                seen = e.toString();
            }
            if (tries == TRIES) {
                throw new AssertionError("POST " + path + " " + body + " was not taken: " + seen);
            }
        }
    }

    private Script script() {
        return new Script(cluster.someNode().address(), "operator", password);
    }
}
