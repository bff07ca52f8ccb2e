package dev.baton.web.page;

import dev.baton.history.Schedules;
import dev.baton.run.BadRunException;
import dev.baton.run.MissedRuns;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When procedures start by themselves, and the starts that were missed. */
@Controller
final class SchedulesPage {

    private static final int MOST_MISSED = 50;

    private final Schedules schedules;
    private final MissedRuns runs;

    SchedulesPage(Schedules schedules, MissedRuns runs) {
        this.schedules = schedules;
        this.runs = runs;
    }

    @GetMapping("/schedules")
    String page(Model model) {
        model.addAttribute("schedules", schedules.list());
        model.addAttribute("missed", schedules.missed(MOST_MISSED));
        return "schedules";
    }

    @PostMapping("/schedules/missed/{id}/decide")
    String decide(
            @PathVariable String id,
            @RequestParam boolean start,
            @RequestParam String reason,
            RedirectAttributes notices) {
        Viewer.current().mustOperate("decide about a missed start");
        try {
            notices.addFlashAttribute(
                    "done",
                    runs.decide(id, start, Parameters.text("reason", reason))
                            .map(run -> "Started as " + run + ".")
                            .orElse("Left out."));
        } catch (BadRunException e) {
            notices.addFlashAttribute("refused", "Nothing was done: " + e.getMessage());
        }
        return "redirect:/schedules";
    }
}
