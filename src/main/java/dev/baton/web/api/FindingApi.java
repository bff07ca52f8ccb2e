package dev.baton.web.api;

import dev.baton.action.Severity;
import dev.baton.finding.FindingActs;
import dev.baton.finding.FindingFilter;
import dev.baton.finding.FindingPage;
import dev.baton.finding.FindingState;
import dev.baton.finding.FindingTrend;
import dev.baton.finding.FindingTrends;
import dev.baton.finding.FindingView;
import dev.baton.finding.FindingViews;
import dev.baton.history.Page;
import dev.baton.history.Slice;
import dev.baton.run.BadRunException;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What management procedures discovered. */
@RestController
final class FindingApi {

    private static final int MOST_DAYS = 366;
    private static final int NAMES = 20;

    private final FindingViews findings;
    private final FindingActs acts;
    private final FindingTrends trends;

    FindingApi(FindingViews findings, FindingActs acts, FindingTrends trends) {
        this.findings = findings;
        this.acts = acts;
        this.trends = trends;
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

    @GetMapping("/api/v1/findings/{id}")
    FindingView one(@PathVariable String id) {
        return findings.find(id).orElseThrow(() -> new MissingException("There is no finding " + id + "."));
    }

    /** Takes notice of an open finding: nobody else has to look, unless it gets worse or comes back. */
    @PostMapping("/api/v1/findings/{id}/acknowledge")
    FindingView acknowledge(@PathVariable String id, @RequestBody Notice notice) {
        Viewer viewer = Viewer.current();
        viewer.mustOperate("acknowledge a finding");
        FindingView finding = one(id);
        if (!acts.acknowledge(id, viewer.name(), Parameters.text("reason", notice.reason()))) {
            throw new BadRunException(
                    BadRunException.Kind.CONFLICT,
                    "id",
                    "the finding " + id + " is " + finding.state() + ", only an open one can be acknowledged");
        }
        return one(id);
    }

    /** How many findings came and went on each day, and what is not resolved by kind and device. */
    @GetMapping("/api/v1/findings/trend")
    FindingTrend trend(@RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new BadInputException("days", "must be between 1 and " + MOST_DAYS);
        }
        return trends.last(days, NAMES);
    }

    /** Why it may stay, or who works on it. */
    record Notice(@Nullable String reason) {}

    private static @Nullable String wanted(String name, @Nullable String value) {
        String text = Parameters.filter(name, value);
        return text.isEmpty() ? null : text;
    }
}
