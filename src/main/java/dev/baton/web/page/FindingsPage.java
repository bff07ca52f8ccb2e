package dev.baton.web.page;

import dev.baton.action.Severity;
import dev.baton.finding.FindingActs;
import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingKind;
import dev.baton.finding.FindingKinds;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingTrends;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of findings, open ones unless something else is asked for; one of them; and how they came and went. */
@Controller
final class FindingsPage {

    private static final int DAYS = 30;
    private static final int NAMES = 12;

    private final FindingViews findings;
    private final FindingActs acts;
    private final FindingTrends trends;
    private final FindingKinds kinds;

    FindingsPage(FindingViews findings, FindingActs acts, FindingTrends trends, FindingKinds kinds) {
        this.findings = findings;
        this.acts = acts;
        this.trends = trends;
        this.kinds = kinds;
    }

    @GetMapping("/findings")
    String list(
            @RequestParam(defaultValue = "OPEN") @Nullable FindingState state,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Slice slice = Paging.slice(page, 50);
        FindingFilter filter = new FindingFilter(text("device", device), text("kind", kind), state, severity, null);
        FindingPage found = findings.list(filter, slice.page() - 1, slice.size());
        Page<FindingView> shown = Page.of(found.items(), found.total(), slice);
        model.addAttribute("findings", shown.items());
        model.addAttribute("paging", Paging.of(shown, slice));
        model.addAttribute("filter", filter);
        model.addAttribute("states", FindingState.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("trend", trends.last(DAYS, NAMES));
        model.addAttribute("kinds", kinds);
        return "findings";
    }

    @GetMapping("/findings/{id}")
    String one(@PathVariable String id, Model model) {
        FindingView finding =
                findings.find(id).orElseThrow(() -> new NotFoundException("There is no such finding: " + id + "."));
        FindingKind kind = kinds.of(finding.kind());
        model.addAttribute("finding", finding);
        model.addAttribute("kind", kind);
        model.addAttribute("start", kind.procedure() == null ? null : start(kind, finding));
        return "finding";
    }

    @PostMapping("/findings/{id}/acknowledge")
    String acknowledge(@PathVariable String id, @RequestParam String reason, RedirectAttributes notices) {
        Viewer viewer = Viewer.current();
        viewer.mustOperate("acknowledge a finding");
        if (acts.acknowledge(id, viewer.name(), Parameters.text("reason", reason))) {
            notices.addFlashAttribute("done", "Acknowledged.");
        } else {
            notices.addFlashAttribute("refused", "Nothing was done: the finding is not open any more.");
        }
        notices.addAttribute("id", id);
        return "redirect:/findings/{id}";
    }

    /** The form of the procedure that goes on, filled in. */
    private static String start(FindingKind kind, FindingView finding) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/procedures/{key}")
                .queryParam("targets", "{targets}")
                .queryParam("reason", "{reason}");
        Map<String, Object> values = new HashMap<>();
        values.put("key", kind.procedure());
        values.put("targets", FindingKind.filledIn(kind.targets(), finding));
        values.put("reason", kind.title() + ": " + finding.device() + " " + finding.part());
        kind.inputs().forEach((name, text) -> {
            link.queryParam("input." + name, "{" + name + "Input}");
            values.put(name + "Input", FindingKind.filledIn(text, finding));
        });
        return link.fragment("start").encode().buildAndExpand(values).toUriString();
    }

    private static @Nullable String text(String name, @Nullable String value) {
        String text = Parameters.filter(name, value);
        return text.isEmpty() ? null : text;
    }
}
