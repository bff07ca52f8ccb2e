package dev.baton.web.page;

import dev.baton.history.Page;
import dev.baton.history.Run;
import dev.baton.history.RunFilter;
import dev.baton.history.RunHistory;
import dev.baton.history.RunState;
import dev.baton.history.Slice;
import dev.baton.web.Parameters;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of runs; its filters are in the address, so that a view can be sent to somebody. */
@Controller
final class RunsPage {

    private final RunHistory runs;

    RunsPage(RunHistory runs) {
        this.runs = runs;
    }

    @GetMapping("/runs")
    String list(
            @RequestParam(required = false) @Nullable RunState state,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String requester,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Slice slice = Paging.slice(page, 50);
        RunFilter filter = new RunFilter(
                state,
                Parameters.filter("procedure", procedure),
                Days.start(from),
                Days.end(to),
                Parameters.filter("requester", requester),
                Parameters.filter("device", device));
        Page<Run> found = runs.list(filter, slice);
        model.addAttribute("runs", found.items());
        model.addAttribute("paging", Paging.of(found, slice));
        model.addAttribute("states", RunState.values());
        model.addAttribute("filter", filter);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "runs";
    }
}
