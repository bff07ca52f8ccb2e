package dev.baton.web.page;

import dev.baton.action.Severity;
import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings; open ones unless something else is asked for. */
@Controller
final class FindingsPage {

    private final FindingViews findings;

    FindingsPage(FindingViews findings) {
        this.findings = findings;
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
        return "findings";
    }

    private static @Nullable String text(String name, @Nullable String value) {
        String text = Parameters.filter(name, value);
        return text.isEmpty() ? null : text;
    }
}
