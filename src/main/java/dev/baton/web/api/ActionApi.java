package dev.baton.web.api;

import dev.baton.history.Action;
import dev.baton.history.ActionFilter;
import dev.baton.history.Decisions;
import dev.baton.history.Decisions.Decision;
import dev.baton.history.Journal;
import dev.baton.history.LiveOutputs;
import dev.baton.history.Page;
import dev.baton.history.Run;
import dev.baton.history.RunHistory;
import dev.baton.history.Transcript;
import dev.baton.run.Runs;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal of a run: actions, transcripts, and decisions of people. */
@RestController
@RequestMapping("/api/v1")
final class ActionApi {

    private final RunHistory runs;
    private final Journal journal;
    private final LiveOutputs outputs;
    private final Decisions decisions;
    private final Runs acts;

    ActionApi(RunHistory runs, Journal journal, LiveOutputs outputs, Decisions decisions, Runs acts) {
        this.runs = runs;
        this.journal = journal;
        this.outputs = outputs;
        this.decisions = decisions;
        this.acts = acts;
    }

    @GetMapping("/runs/{reference}/actions")
    Page<Action> list(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        ActionFilter filter = new ActionFilter(
                run(reference).id(),
                null,
                Parameters.filter("step", step),
                Parameters.filter("device", device),
                Parameters.oneOf("state", Action.STATES, state));
        return journal.list(filter, Parameters.slice(page, size));
    }

    @GetMapping("/runs/{reference}/decisions")
    Page<Decision> decisions(
            @PathVariable String reference,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(decisions.ofRun(run(reference).reference()), Parameters.slice(page, size));
    }

    @GetMapping("/actions/{id}")
    Action one(@PathVariable String id) {
        return action(id);
    }

    /** What the device was sent and answered in the last attempt that counts, as plain text. */
    @GetMapping("/actions/{id}/transcript")
    ResponseEntity<byte[]> transcript(@PathVariable String id) {
        action(id);
        Transcript last = journal.transcripts(id).stream()
                .filter(transcript -> !transcript.late())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new MissingException("The action " + id + " has no transcript."));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-SHA256", last.sha256())
                .body(last.content());
    }

    /** What a command that still runs has said, from a byte on; {@code X-Next-Offset} is where the rest will begin. */
    @GetMapping("/actions/{id}/output")
    ResponseEntity<byte[]> output(@PathVariable String id, @RequestParam(defaultValue = "0") int offset) {
        action(id);
        if (offset < 0) {
            throw new BadInputException("offset", "must not be negative");
        }
        LiveOutputs.Output output = outputs.from(id, offset)
                .orElseThrow(() -> new MissingException("The action " + id
                        + " has no output of a running command; what a command said that ended is in the transcript."));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Attempt", String.valueOf(output.attempt()))
                .header("X-Next-Offset", String.valueOf(output.next()))
                .body(output.content());
    }

    /** Says what became of an action whose outcome nobody knows. */
    @PostMapping("/runs/{reference}/actions/{id}/decide")
    Action decide(@PathVariable String reference, @PathVariable String id, @RequestBody Verdict verdict) {
        Viewer.current().mustOperate("decide an action");
        run(reference);
        Runs.Decision decision =
                Parameters.word("decision", Runs.Decision.class, Parameters.text("decision", verdict.decision()));
        if (decision == null) {
            throw new BadInputException("decision", "is missing");
        }
        acts.decide(reference, id, decision, Parameters.text("reason", verdict.reason()));
        return action(id);
    }

    private Run run(String reference) {
        return runs.find(reference).orElseThrow(() -> new MissingException("There is no run " + reference + "."));
    }

    private Action action(String id) {
        return journal.find(id).orElseThrow(() -> new MissingException("There is no action " + id + "."));
    }

    /** What a person found out. */
    record Verdict(@Nullable String decision, @Nullable String reason) {}
}
