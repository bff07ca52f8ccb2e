package dev.baton.web.api;

import dev.baton.history.MissedStart;
import dev.baton.history.Page;
import dev.baton.history.Schedule;
import dev.baton.history.Schedules;
import dev.baton.history.Slice;
import dev.baton.run.MissedRuns;
import dev.baton.web.BadInputException;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When procedures start by themselves, and the starts that were missed. */
@RestController
@RequestMapping("/api/v1/schedules")
final class ScheduleApi {

    private final Schedules schedules;
    private final MissedRuns runs;

    ScheduleApi(Schedules schedules, MissedRuns runs) {
        this.schedules = schedules;
        this.runs = runs;
    }

    @GetMapping
    Page<Schedule> list(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(schedules.list(), Parameters.slice(page, size));
    }

    @GetMapping("/missed")
    Page<MissedStart> missed(
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        return Page.cut(schedules.missed(Slice.MOST), Parameters.slice(page, size));
    }

    /** Makes up for missed starts by one run ({@code start}), or leaves them out ({@code skip}). */
    @PostMapping("/missed/{id}/decide")
    MissedStart decide(@PathVariable String id, @RequestBody Verdict verdict) {
        Viewer.current().mustOperate("decide about a missed start");
        Decision decision =
                Parameters.word("decision", Decision.class, Parameters.text("decision", verdict.decision()));
        if (decision == null) {
            throw new BadInputException("decision", "is missing");
        }
        if (schedules.missed(id).isEmpty()) {
            throw new MissingException("There is no missed start " + id + ".");
        }
        runs.decide(id, decision == Decision.START, Parameters.text("reason", verdict.reason()));
        return schedules.missed(id).orElseThrow();
    }

    /** What a person says about it. */
    record Verdict(@Nullable String decision, @Nullable String reason) {}

    private enum Decision {
        START,
        SKIP
    }
}
