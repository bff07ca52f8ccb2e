package dev.baton.web.page;

import dev.baton.history.Node;
import dev.baton.history.Nodes;
import dev.baton.history.Quarantines;
import dev.baton.run.BadRunException;
import dev.baton.runner.cluster.Quarantine;
import dev.baton.web.Viewer;
import dev.baton.web.Words;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The nodes with what each does, the breakers, and the quarantine with the button that lifts it. */
@Controller
final class NodesPage {

    private final Nodes nodes;
    private final Quarantines quarantines;
    private final Quarantine acts;
    private final Words words;

    NodesPage(Nodes nodes, Quarantines quarantines, Quarantine acts, Words words) {
        this.nodes = nodes;
        this.quarantines = quarantines;
        this.acts = acts;
        this.words = words;
    }

    @GetMapping("/nodes")
    String page(Model model) {
        fill(model);
        return "nodes";
    }

    @GetMapping("/nodes/live")
    String live(Model model) {
        fill(model);
        return "nodes :: live";
    }

    @PostMapping("/quarantine/lift")
    String lift(@RequestParam String reason, RedirectAttributes notices) {
        Viewer.current().mustAdminister("lift a quarantine");
        try {
            acts.lift(reason);
            notices.addFlashAttribute(
                    "done", "The quarantine is lifted. Other nodes learn it with their next heartbeat.");
        } catch (BadRunException e) {
            notices.addFlashAttribute("refused", "Nothing was done: " + e.getMessage());
        }
        return "redirect:/nodes";
    }

    private void fill(Model model) {
        List<Node> all = nodes.list();
        long running = all.stream().filter(Node::takesSteps).count();
        String said = running + " of " + all.size() + (all.size() == 1 ? " node takes steps." : " nodes take steps.");
        Instant now = words.now();
        model.addAttribute("nodes", all);
        model.addAttribute("said", said);
        model.addAttribute("breakers", nodes.breakers());
        model.addAttribute("lifted", quarantines.lifted());
        model.addAttribute("now", now);
        model.addAttribute("asOf", words.time(now));
    }
}
