package dev.baton.delegates.config;

import dev.baton.action.Command;
import dev.baton.action.ConfigChange.Step;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Result;
import dev.baton.action.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Changes the configuration of network devices, and takes back what does not prove itself. */
@Component("applyConfig")
@Delegate(
        name = "Apply configuration",
        description =
                "Puts lines into the running configuration of each device, checks them over a new connection and saves"
                        + " them. A change that is refused, does not show or cuts the device off is taken back.",
        effect = Effect.CHECKABLE,
        inputs = ApplyConfigInputs.class,
        outputs = "configDiffs")
class ApplyConfig implements DeviceDelegate<ApplyConfigInputs> {

    /** Facts and variables are for deciding; whoever wants everything reads the transcript. */
    private static final int KEPT_DIFF = 4_000;

    private static final int TABLE_ROWS = 100;

    @Override
    public List<Command> render(Device device, Dialect dialect, ApplyConfigInputs inputs) {
        return new Steps(dialect, inputs).all();
    }

    @Override
    public Result perform(Session session, ApplyConfigInputs inputs) {
        Steps steps = new Steps(session.dialect(), inputs);
        return inputs.dryRun() ? dryRun(session, steps) : LiveChange.run(session, steps, inputs);
    }

    @Override
    public Effect effect(ApplyConfigInputs inputs) {
        return inputs.dryRun() ? Effect.READ : Effect.CHECKABLE;
    }

    /** Lines that run may still be taken back by the device, so it looks again when that time is over. */
    @Override
    public Probe probe(Session session, ApplyConfigInputs inputs) {
        Steps steps = new Steps(session.dialect(), inputs);
        boolean timed = steps.change().timed();
        // Lines that take effect one by one may all be on their way back; of a candidate either all are or none.
        List<List<String>> missing =
                timed && !steps.change().candidate() ? List.of() : missing(session, steps, steps.running());
        if (timed && missing.isEmpty()) {
            session.pause(Duration.ofMinutes(inputs.rollbackAfter()).plus(WayBack.MARGIN));
            missing = missing(session, steps, steps.running());
        }
        if (!missing.isEmpty()) {
            return new Probe.NotApplied("the running configuration does not show " + LiveChange.shown(missing));
        }
        if (steps.saved().stream()
                .anyMatch(saved -> !missing(session, steps, saved).isEmpty())) {
            return new Probe.NotApplied("the lines run, but they are not saved");
        }
        return new Probe.Applied(Result.changed("the lines are in the running configuration"));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> rows = results.entrySet().stream()
                .limit(TABLE_ROWS)
                .map(entry -> Map.<String, Object>of(
                        "device", entry.getKey(),
                        "diff", entry.getValue().facts().getOrDefault("diff", "")))
                .toList();
        return Map.of("configDiffs", rows);
    }

    static Map<String, Object> facts(Session session, String diff) {
        String masked = session.dialect().withoutSecrets(diff);
        return Map.of("diff", masked.length() <= KEPT_DIFF ? masked : masked.substring(0, KEPT_DIFF) + "...");
    }

    private static Result dryRun(Session session, Steps steps) {
        Seen before = Seen.on(session, steps.running(), steps.change().style());
        if (steps.change().lines(Step.DIFF).isEmpty()) {
            String lines = ConfigDiff.between(
                    before.tree(), before.tree().with(steps.wish().lines()));
            return predicted(session, lines);
        }
        return predicted(session, new Candidate(session, steps).diff());
    }

    private static Result predicted(Session session, String diff) {
        return Result.unchanged(diff.isBlank() ? "nothing would change" : "the lines would change something")
                .with(facts(session, diff));
    }

    private static List<List<String>> missing(Session session, Steps steps, Command command) {
        return steps.wish()
                .expected()
                .missingIn(Seen.on(session, command, steps.change().style()).tree());
    }
}
