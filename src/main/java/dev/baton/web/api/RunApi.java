package dev.baton.web.api;

import dev.baton.history.Page;
import dev.baton.history.Run;
import dev.baton.history.RunFilter;
import dev.baton.history.RunHistory;
import dev.baton.history.RunParts;
import dev.baton.history.RunState;
import dev.baton.run.Mode;
import dev.baton.run.Runs;
import dev.baton.run.StartRun;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: list, read, start, cancel, retry. */
@RestController
@RequestMapping("/api/v1/runs")
final class RunApi {

    private final RunHistory runs;
    private final RunParts parts;
    private final Runs acts;

    RunApi(RunHistory runs, RunParts parts, Runs acts) {
        this.runs = runs;
        this.parts = parts;
        this.acts = acts;
    }

    @GetMapping
    Page<Run> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String requester,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        RunFilter filter = new RunFilter(
                Parameters.word("state", RunState.class, state),
                Parameters.filter("procedure", procedure),
                Parameters.time("from", from),
                Parameters.time("to", to),
                Parameters.filter("requester", requester),
                Parameters.filter("device", device));
        return runs.list(filter, Parameters.slice(page, size));
    }

    @GetMapping("/{reference}")
    RunDocument one(@PathVariable String reference) {
        return document(reference);
    }

    /** Starts a run and answers at once. */
    @PostMapping
    ResponseEntity<StartedRun> start(@RequestBody Wish wish) {
        Viewer.current().mustOperate("start a run");
        Mode mode = Parameters.word("mode", Mode.class, wish.mode());
        Runs.Started started = acts.start(new StartRun(
                Parameters.text("procedure", wish.procedure()),
                Parameters.optional("targets", wish.targets()),
                inputs(wish.inputs()),
                mode == null ? Mode.LIVE : mode,
                Parameters.optional("reason", wish.reason()),
                Boolean.TRUE.equals(wish.emergency())));
        RunState state = runs.find(started.reference()).map(Run::state).orElse(RunState.RUNNING);
        return ResponseEntity.created(URI.create("/api/v1/runs/" + started.reference()))
                .body(new StartedRun(started.reference(), started.id(), state));
    }

    @PostMapping("/{reference}/cancel")
    RunDocument cancel(@PathVariable String reference, @RequestBody Cancellation wish) {
        Viewer.current().mustOperate("cancel a run");
        acts.cancel(reference, Parameters.text("reason", wish.reason()));
        return document(reference);
    }

    /** Lets a step that stopped try again: on the devices that failed, those that are done stay done. */
    @PostMapping("/{reference}/retry")
    RunDocument retry(@PathVariable String reference, @RequestBody Retry wish) {
        Viewer.current().mustOperate("retry a step");
        String devices = Parameters.optional("devices", wish.devices());
        if (!devices.isEmpty() && !devices.equals("failed")) {
            throw new BadInputException("devices", "must be \"failed\"");
        }
        acts.retry(reference, Parameters.optional("step", wish.step()), Parameters.optional("reason", wish.reason()));
        return document(reference);
    }

    private RunDocument document(String reference) {
        Run run = runs.find(reference).orElseThrow(() -> new MissingException("There is no run " + reference + "."));
        return parts.tree(run.id())
                .map(tree -> RunDocument.of(run, tree))
                .orElseThrow(() -> new MissingException("The history of " + reference + " was removed."));
    }

    private static Map<String, Object> inputs(@Nullable Map<String, Object> inputs) {
        if (inputs == null) {
            return Map.of();
        }
        inputs.forEach((name, value) -> {
            Parameters.optional("inputs." + name, name);
            if (Objects.isNull(value)) {
                throw new BadInputException("inputs." + name, "is null; leave it out instead");
            }
            if (value instanceof String text) {
                Parameters.optional("inputs." + name, text);
            }
        });
        return inputs;
    }

    /** What a script asks for when it starts a run. */
    record Wish(
            @Nullable String procedure,
            @Nullable String targets,
            @Nullable Map<String, Object> inputs,
            @Nullable String mode,
            @Nullable String reason,
            @Nullable Boolean emergency) {}

    /** Why a run is cancelled. */
    record Cancellation(@Nullable String reason) {}

    /** Which step tries again; without one, all that stopped. */
    record Retry(
            @Nullable String step,
            @Nullable String devices,
            @Nullable String reason) {}

    /** A run that has begun. */
    record StartedRun(String reference, String id, RunState state) {}
}
