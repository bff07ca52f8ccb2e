package dev.baton.web.page;

import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingViews;
import dev.baton.history.ActionFilter;
import dev.baton.history.Journal;
import dev.baton.history.OpenTasks;
import dev.baton.history.OpenTasks.OpenTask;
import dev.baton.history.Page;
import dev.baton.history.Run;
import dev.baton.history.RunFilter;
import dev.baton.history.RunHistory;
import dev.baton.history.RunParts;
import dev.baton.history.RunState;
import dev.baton.history.Schedules;
import dev.baton.history.Slice;
import dev.baton.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what goes on, what waits for a person, what needs attention. */
@Controller
final class TodayPage {

    private static final Slice FEW = new Slice(1, 8);

    private final RunHistory runs;
    private final RunParts parts;
    private final OpenTasks tasks;
    private final Journal journal;
    private final FindingViews findings;
    private final Schedules schedules;
    private final Headlines headlines;
    private final TaskLinks links;
    private final Words words;

    TodayPage(
            RunHistory runs,
            RunParts parts,
            OpenTasks tasks,
            Journal journal,
            FindingViews findings,
            Schedules schedules,
            Headlines headlines,
            TaskLinks links,
            Words words) {
        this.runs = runs;
        this.parts = parts;
        this.tasks = tasks;
        this.journal = journal;
        this.findings = findings;
        this.schedules = schedules;
        this.headlines = headlines;
        this.links = links;
        this.words = words;
    }

    @GetMapping("/")
    String today(Model model) {
        fill(model);
        return "today";
    }

    @GetMapping("/today/live")
    String live(Model model) {
        fill(model);
        return "today :: live";
    }

    private void fill(Model model) {
        List<OpenTask> open = tasks.list();
        News running = news(RunState.RUNNING, open);
        model.addAttribute("running", running);
        model.addAttribute("said", running.total() + " running, " + open.size() + " waiting for a person.");
        model.addAttribute("failed", news(RunState.FAILED, open));
        model.addAttribute("tasks", open);
        model.addAttribute("taskLinks", links.of(open));
        model.addAttribute("unknown", journal.list(ActionFilter.inState("UNKNOWN"), FEW));
        model.addAttribute("findings", findings.list(FindingFilter.of(FindingState.OPEN), 0, FEW.size()));
        model.addAttribute("ended", runs.endedSince(words.now().minus(Duration.ofDays(1))));
        model.addAttribute("scheduled", schedules.list());
        Instant now = words.now();
        model.addAttribute("now", now);
        model.addAttribute("asOf", words.time(now));
        model.addAttribute("busy", running.total() > 0);
    }

    private News news(RunState state, List<OpenTask> open) {
        Page<Run> page = runs.list(RunFilter.inState(state), FEW);
        return new News(page.items().stream().map(run -> item(run, open)).toList(), page.total());
    }

    private Item item(Run run, List<OpenTask> open) {
        List<OpenTask> own =
                open.stream().filter(task -> task.run().equals(run.reference())).toList();
        String headline =
                parts.tree(run.id()).map(tree -> headlines.of(run, tree, own)).orElse("");
        return new Item(run, headline);
    }

    /** The latest runs in one state, and how many there are in all. */
    record News(List<Item> items, long total) {}

    /** A run and where it stands. */
    record Item(Run run, String headline) {}
}
