package dev.baton.web.page;

import dev.baton.history.Counts;
import dev.baton.history.LaterBatches;
import dev.baton.history.OpenTasks.OpenTask;
import dev.baton.history.Run;
import dev.baton.history.RunPart;
import dev.baton.history.RunState;
import dev.baton.history.Step;
import dev.baton.web.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in one sentence where a run stands. */
@Component
final class Headlines {

    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    private final Words words;
    private final LaterBatches laterBatches;

    Headlines(Words words, LaterBatches laterBatches) {
        this.words = words;
        this.laterBatches = laterBatches;
    }

    String of(Run run, RunPart tree, List<OpenTask> tasks) {
        return switch (run.state()) {
            case RUNNING -> running(tree);
            case WAITING ->
                waiting(tree, tasks) + held(laterBatches.devices(tree).size());
            case FAILED -> failed(tree);
            case COMPLETED -> completed(run);
            case CANCELLED -> cancelled(run);
        };
    }

    /** State and open steps in few words that change seldom, to be read aloud. */
    String said(Run run, RunPart tree) {
        String steps = open(tree)
                .filter(step -> !step.kind().equals("callActivity"))
                .map(Step::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return words.state(run.state()) + (run.endedAt() != null || steps.isEmpty() ? "." : ": " + steps + ".");
    }

    private String running(RunPart tree) {
        List<Step> open =
                open(tree).filter(step -> !step.kind().equals("callActivity")).toList();
        return open.isEmpty()
                ? "Between two steps."
                : open.stream().map(this::doing).collect(Collectors.joining(" ", "", ""));
    }

    private String doing(Step step) {
        Counts counts = step.counts();
        String doing = step.name() + (counts == null ? "." : ": " + words.progress(counts) + ".");
        Instant since = step.waitingSince();
        boolean waits = since != null && since.isBefore(words.now().minus(WORTH_SAYING));
        return waits ? doing + " It waits for " + step.waitingFor() + "." : doing;
    }

    private String waiting(RunPart tree, List<OpenTask> tasks) {
        if (!tasks.isEmpty()) {
            return tasks.stream()
                    .map(task -> "Waits for " + whom(task) + " to decide: " + task.name() + ", asked "
                            + words.ago(task.createdAt()) + ".")
                    .collect(Collectors.joining(" "));
        }
        return open(tree)
                .filter(Step::isWait)
                .map(step -> "Waits: " + step.name() + ".")
                .collect(Collectors.joining(" "));
    }

    private static String held(int devices) {
        return switch (devices) {
            case 0 -> "";
            case 1 -> " 1 device is held.";
            default -> " " + devices + " devices are held.";
        };
    }

    private static String whom(OpenTask task) {
        String assignee = task.assignee();
        return assignee != null ? assignee : String.join(" or ", task.groups());
    }

    private static String failed(RunPart tree) {
        return tree.all()
                .flatMap(part -> part.incidents().stream())
                .map(incident -> "Stopped at " + incident.name() + ": " + firstLine(incident.message()))
                .findFirst()
                .orElse("Stopped by an incident.");
    }

    private String completed(Run run) {
        Instant ended = run.endedAt();
        Run.Outcome outcome = run.outcome();
        String end = outcome == null ? "Completed" : outcome.name();
        return ended == null
                ? end + "."
                : end + " after " + words.duration(Duration.between(run.startedAt(), ended)) + ".";
    }

    private static String cancelled(Run run) {
        String person = run.cancelledBy();
        return person == null
                ? "Cancelled."
                : "Cancelled by " + person + (run.cancelReason() == null ? "." : ": " + run.cancelReason());
    }

    private static Stream<Step> open(RunPart tree) {
        return tree.all()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.endedAt() == null && (step.isWork() || step.isWait()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** Time that people and clocks took, and time of work, in a part of a run. */
    static Times times(RunPart part, Instant now) {
        Duration waited = Duration.ZERO;
        Duration worked = Duration.ZERO;
        for (Step step : part.steps()) {
            if (step.isWait()) {
                waited = waited.plus(step.duration(now));
            } else if (step.isWork() && step.state() != RunState.CANCELLED) {
                worked = worked.plus(step.duration(now));
            }
        }
        return new Times(worked, waited);
    }

    /** How long the steps of a run worked and waited. */
    record Times(Duration worked, Duration waited) {}
}
