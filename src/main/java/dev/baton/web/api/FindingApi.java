package dev.baton.web.api;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What management procedures discovered. */
@RestController
final class FindingApi {

    private final FindingViews findings;

    FindingApi(FindingViews findings) {
        this.findings = findings;
    }

    @GetMapping("/api/v1/findings")
    Page<FindingView> list(
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String severity,
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        Slice slice = Parameters.slice(page, size);
        FindingFilter filter = new FindingFilter(
                wanted("device", device),
                wanted("kind", kind),
                Parameters.word("state", FindingState.class, state),
                Parameters.word("severity", Severity.class, severity),
                wanted("run", run));
        FindingPage found = findings.list(filter, slice.page() - 1, slice.size());
        return Page.of(found.items(), found.total(), slice);
    }

    private static @Nullable String wanted(String name, @Nullable String value) {
        String text = Parameters.filter(name, value);
        return text.isEmpty() ? null : text;
    }
}
