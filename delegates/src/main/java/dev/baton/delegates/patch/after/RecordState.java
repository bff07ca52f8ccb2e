package dev.baton.delegates.patch.after;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down what a host is before and after its patches. Only reads, so repeating it is safe. */
@Component("recordState")
@Delegate(
        name = "Record state",
        description = "Versions of all packages, kernel, boot id, failed units and running services of a host; after a"
                + " change, what differs from before.",
        inputs = RecordStateInputs.class,
        outputs = {"stateTable", "changeTable", "changedPackages", "versionsBefore"})
class RecordState implements DeviceDelegate<RecordStateInputs> {

    static final String BEFORE = "state-before-patching";
    static final String PATCHING = "patching";

    private final Observations observations;

    RecordState(Observations observations) {
        this.observations = observations;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, RecordStateInputs inputs) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(device.name() + " is a " + device.platform() + ", which has no packages");
        }
        return HostState.QUESTIONS;
    }

    @Override
    public Result interpret(Session session, RecordStateInputs inputs, List<Answer> answers) {
        HostState now = HostState.of(session.device(), answers);
        Optional<HostState> before = before(session);
        return inputs.phase() == StatePhase.BEFORE
                ? first(session, now, before)
                : difference(
                        session,
                        now,
                        before.orElseThrow(() -> Problem.CHECK_FAILED.because(
                                session.device().name() + ": nobody wrote down what it was before " + session.run())));
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        return StateTables.of(results);
    }

    private Optional<HostState> before(Session session) {
        return observations
                .latest(session.device().name(), BEFORE)
                .filter(seen -> session.run().equals(seen.content().get("run")))
                .map(seen -> HostState.of(seen.content()));
    }

    /** The first look of a run stands: a batch that is tried again must not take what the patches changed for old. */
    private static Result first(Session session, HostState now, Optional<HostState> before) {
        Result result = Result.unchanged(
                        now.packages().size() + " packages, kernel " + now.kernel() + ", boot " + now.bootId())
                .with(Map.of("packages", now.packages().size(), "kernel", now.kernel(), "bootId", now.bootId()));
        return before.isPresent() ? result : result.observing(Observation.latest(BEFORE, now.kept(session.run())));
    }

    private static Result difference(Session session, HostState now, HostState before) {
        List<Map<String, Object>> changes = now.changesSince(before);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("changes", changes);
        facts.put("kernelBefore", before.kernel());
        facts.put("kernelAfter", now.kernel());
        facts.put("rebooted", !now.bootId().equals(before.bootId()));
        facts.put("failedSince", without(now.failed(), before.failed()));
        facts.put("stoppedSince", without(before.running(), now.running()));
        Result result = Result.unchanged(summary(now, before, changes)).with(facts);
        if (changes.isEmpty()) {
            return result;
        }
        Map<String, Object> evidence = new LinkedHashMap<>(facts);
        evidence.put("run", session.run());
        evidence.put("bootIdBefore", before.bootId());
        evidence.put("bootIdAfter", now.bootId());
        return result.observing(Observation.kept(PATCHING, evidence));
    }

    private static String summary(HostState now, HostState before, List<Map<String, Object>> changes) {
        String named = changes.stream()
                .limit(5)
                .map(change -> change.get("package") + " " + change.get("from") + " to " + change.get("to"))
                .collect(Collectors.joining(", "));
        String kernel =
                now.kernel().equals(before.kernel()) ? "" : "; kernel " + before.kernel() + " to " + now.kernel();
        String boot = now.bootId().equals(before.bootId()) ? "" : "; rebooted";
        return changes.size() + " packages changed" + (named.isEmpty() ? "" : ": " + named)
                + (changes.size() > 5 ? " and more" : "") + kernel + boot;
    }

    private static List<String> without(List<String> all, List<String> known) {
        return all.stream().filter(unit -> !known.contains(unit)).toList();
    }
}
