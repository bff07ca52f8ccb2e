package dev.baton.web.api;

import dev.baton.history.Activities;
import dev.baton.history.Activity;
import dev.baton.history.ActivityFilter;
import dev.baton.history.Page;
import dev.baton.web.Parameters;
import dev.baton.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in the engine, for auditors and administrators. */
@RestController
final class ActivityApi {

    private final Activities activities;

    ActivityApi(Activities activities) {
        this.activities = activities;
    }

    @GetMapping("/api/v1/activities")
    Page<Activity> list(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = Parameters.FIRST) int page,
            @RequestParam(defaultValue = Parameters.SOME) int size) {
        Viewer.current().mustAudit("read who did what");
        ActivityFilter filter = new ActivityFilter(
                Parameters.filter("person", person),
                Parameters.filter("run", run),
                Parameters.time("from", from),
                Parameters.time("to", to));
        return activities.list(filter, Parameters.slice(page, size));
    }
}
