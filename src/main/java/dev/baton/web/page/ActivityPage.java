package dev.baton.web.page;

import dev.baton.history.Activities;
import dev.baton.history.Activity;
import dev.baton.history.ActivityFilter;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in Tasklist, Cockpit, Admin, the console and the API, for auditors and administrators. */
@Controller
final class ActivityPage {

    private final Activities activities;

    ActivityPage(Activities activities) {
        this.activities = activities;
    }

    @GetMapping("/activity")
    String list(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Viewer.current().mustAudit("read who did what");
        Slice slice = Paging.slice(page, 50);
        ActivityFilter filter = new ActivityFilter(
                Parameters.filter("person", person), Parameters.filter("run", run), Days.start(from), Days.end(to));
        Page<Activity> found = activities.list(filter, slice);
        model.addAttribute("activities", found.items());
        model.addAttribute("paging", Paging.of(found, slice));
        model.addAttribute("filter", filter);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "activity";
    }
}
