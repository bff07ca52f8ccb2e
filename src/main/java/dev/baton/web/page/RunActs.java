package dev.baton.web.page;

import dev.baton.run.BadRunException;
import dev.baton.run.Mode;
import dev.baton.run.Runs;
import dev.baton.run.Runs.Decision;
import dev.baton.run.StartRun;
import dev.baton.web.Viewer;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What operators do with runs: start, cancel, try again, decide. */
@Controller
final class RunActs {

    private final Runs runs;
    private final StartForms forms;

    RunActs(Runs runs, StartForms forms) {
        this.runs = runs;
        this.forms = forms;
    }

    @PostMapping("/runs")
    String start(
            @RequestParam("procedure") String key,
            @RequestParam Map<String, String> fields,
            RedirectAttributes notices) {
        Viewer.current().mustOperate("start a run");
        String reference;
        try {
            StartRun wish = new StartRun(
                    key,
                    fields.getOrDefault("targets", "").strip(),
                    forms.inputs(key, fields),
                    Mode.LIVE,
                    fields.getOrDefault("reason", "").strip(),
                    fields.containsKey("emergency"));
            reference = runs.start(wish).reference();
        } catch (BadRunException e) {
            notices.addFlashAttribute("refused", "Not started: " + e.getMessage());
            notices.addFlashAttribute("entered", fields);
            notices.addAttribute("key", key);
            return "redirect:/procedures/{key}#start";
        }
        notices.addFlashAttribute("done", "Started as " + reference + ".");
        return "redirect:/runs/" + reference;
    }

    @PostMapping("/runs/{reference}/cancel")
    String cancel(@PathVariable String reference, @RequestParam String reason, RedirectAttributes notices) {
        Viewer.current().mustOperate("cancel a run");
        return act(reference, notices, "Cancelled.", () -> runs.cancel(reference, reason));
    }

    @PostMapping("/runs/{reference}/retry")
    String retry(
            @PathVariable String reference,
            @RequestParam String step,
            @RequestParam String reason,
            RedirectAttributes notices) {
        Viewer.current().mustOperate("retry a step");
        return act(reference, notices, "The step tries again.", () -> runs.retry(reference, step, reason));
    }

    @PostMapping("/runs/{reference}/actions/{action}/decide")
    String decide(
            @PathVariable String reference,
            @PathVariable String action,
            @RequestParam Decision decision,
            @RequestParam String reason,
            RedirectAttributes notices) {
        Viewer.current().mustOperate("decide an action");
        return act(
                reference, notices, "Your decision is kept.", () -> runs.decide(reference, action, decision, reason));
    }

    private static String act(String reference, RedirectAttributes notices, String done, Runnable act) {
        try {
            act.run();
            notices.addFlashAttribute("done", done);
        } catch (BadRunException e) {
            notices.addFlashAttribute("refused", "Nothing was done: " + e.getMessage());
        }
        return "redirect:/runs/" + reference;
    }
}
