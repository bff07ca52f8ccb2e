package dev.baton.web.page;

import dev.baton.history.Action;
import dev.baton.history.ActionFilter;
import dev.baton.history.Decisions;
import dev.baton.history.Journal;
import dev.baton.history.LaterBatches;
import dev.baton.history.LiveOutputs;
import dev.baton.history.OpenTasks;
import dev.baton.history.OpenTasks.OpenTask;
import dev.baton.history.Page;
import dev.baton.history.Run;
import dev.baton.history.RunHistory;
import dev.baton.history.RunPart;
import dev.baton.history.RunParts;
import dev.baton.history.Slice;
import dev.baton.history.Step;
import dev.baton.run.Runs.Decision;
import dev.baton.web.Parameters;
import dev.baton.web.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One run: where it stands, its way through the diagram, its steps, devices and decisions. */
@Controller
final class RunPage {

    private static final int SHOWN_OUTPUT = 64 * 1024;

    private final RunHistory runs;
    private final RunParts parts;
    private final Journal journal;
    private final LiveOutputs outputs;
    private final LaterBatches laterBatches;
    private final Decisions decisions;
    private final OpenTasks tasks;
    private final Pictures pictures;
    private final TaskLinks links;
    private final Headlines headlines;
    private final Words words;

    RunPage(
            RunHistory runs,
            RunParts parts,
            Journal journal,
            LiveOutputs outputs,
            LaterBatches laterBatches,
            Decisions decisions,
            OpenTasks tasks,
            Pictures pictures,
            TaskLinks links,
            Headlines headlines,
            Words words) {
        this.runs = runs;
        this.parts = parts;
        this.journal = journal;
        this.outputs = outputs;
        this.laterBatches = laterBatches;
        this.decisions = decisions;
        this.tasks = tasks;
        this.pictures = pictures;
        this.links = links;
        this.headlines = headlines;
        this.words = words;
    }

    @GetMapping("/runs/{reference}")
    String page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        fill(reference, part, wanted(step, device, state), page, model);
        return "run";
    }

    /** What changes while a run goes on, for the page to replace. */
    @GetMapping("/runs/{reference}/live")
    String live(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        fill(reference, part, wanted(step, device, state), page, model);
        return "run :: live";
    }

    @GetMapping("/runs/{reference}/actions/{id}")
    String transcript(@PathVariable String reference, @PathVariable String id, Model model) {
        fill(reference, id, model);
        return "transcript";
    }

    /** What changes while an action goes on. */
    @GetMapping("/runs/{reference}/actions/{id}/live")
    String liveTranscript(@PathVariable String reference, @PathVariable String id, Model model) {
        fill(reference, id, model);
        return "transcript :: live";
    }

    private void fill(String reference, String id, Model model) {
        Run run = run(reference);
        Action action = journal.find(id)
                .filter(found -> found.run().equals(reference))
                .orElseThrow(() -> new NotFoundException("The run " + reference + " has no action " + id + "."));
        model.addAttribute("run", run);
        model.addAttribute("action", action);
        model.addAttribute("transcripts", journal.transcripts(id));
        model.addAttribute("output", outputs.last(id, SHOWN_OUTPUT).orElse(null));
        model.addAttribute("decisionWords", Decision.values());
        model.addAttribute("open", action.finishedAt() == null && run.endedAt() == null);
        model.addAttribute("said", words.state(action.state()));
        Instant now = words.now();
        model.addAttribute("now", now);
        model.addAttribute("asOf", words.time(now));
    }

    private static ActionFilter wanted(@Nullable String step, @Nullable String device, @Nullable String state) {
        return new ActionFilter(
                null,
                null,
                Parameters.filter("step", step),
                Parameters.filter("device", device),
                Parameters.oneOf("state", Action.STATES, state));
    }

    private Run run(String reference) {
        return runs.find(reference).orElseThrow(() -> new NotFoundException("There is no run " + reference + "."));
    }

    private void fill(String reference, @Nullable String instance, ActionFilter wanted, int number, Model model) {
        Run run = run(reference);
        RunPart tree = parts.tree(run.id())
                .orElseThrow(() -> new NotFoundException("The history of " + reference + " was removed."));
        RunPart part = instance == null || instance.isEmpty()
                ? tree
                : tree.find(instance)
                        .orElseThrow(() -> new NotFoundException(reference + " has no part " + instance + "."));
        List<OpenTask> open = tasks.ofRun(reference);
        Slice slice = Paging.slice(number, 50);
        Page<Action> actions =
                journal.list(new ActionFilter(run.id(), null, wanted.step(), wanted.device(), wanted.state()), slice);
        model.addAttribute("run", run);
        model.addAttribute("tree", tree);
        model.addAttribute("parts", tree.all().toList());
        model.addAttribute("part", part);
        model.addAttribute("headline", headlines.of(run, tree, open));
        model.addAttribute("said", headlines.said(run, tree));
        model.addAttribute("stops", stops(tree));
        model.addAttribute("later", laterBatches.devices(tree));
        model.addAttribute("tasks", open);
        model.addAttribute("taskLinks", links.of(open));
        model.addAttribute("progress", progress(tree));
        model.addAttribute("times", Headlines.times(part, words.now()));
        model.addAttribute("picture", pictures.of(part));
        model.addAttribute("actions", actions.items());
        model.addAttribute("paging", Paging.of(actions, slice, "/runs/" + reference));
        model.addAttribute("wanted", wanted);
        model.addAttribute("stepNames", stepNames(tree));
        model.addAttribute("decisions", decisions.ofRun(reference));
        model.addAttribute("actionStates", Action.STATES);
        Instant now = words.now();
        model.addAttribute("now", now);
        model.addAttribute("asOf", words.time(now));
    }

    /** Which incidents there are: what a page compares before it replaces the forms that act on them. */
    private static String stops(RunPart tree) {
        return tree.all()
                .flatMap(part -> part.incidents().stream().map(incident -> incident.activity() + incident.since()))
                .collect(Collectors.joining(" "));
    }

    private static List<Step> progress(RunPart tree) {
        return tree.all()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.endedAt() == null && step.counts() != null)
                .toList();
    }

    private static Map<String, String> stepNames(RunPart tree) {
        return tree.all()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.counts() != null)
                .collect(Collectors.toMap(Step::id, Step::name, (first, second) -> first, LinkedHashMap::new));
    }
}
