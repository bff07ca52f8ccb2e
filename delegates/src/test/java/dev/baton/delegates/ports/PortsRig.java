package dev.baton.delegates.ports;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.delegates.ports.past.PortMemory;
import dev.baton.testing.RecordedAgent;
import dev.baton.testing.ShippedDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a recorded device again and again, with the shipped decision table. */
final class PortsRig implements Observations, Findings {

    private final ShippedDecisions decisions = new ShippedDecisions();
    private final CheckPorts checkPorts = new CheckPorts(this, decisions, this);
    private final List<String> resolved = new ArrayList<>();
    private @Nullable Observation seen;

    Result look(RecordedAgent agent) {
        Result result = perform(agent);
        seen = result.observations().get(0);
        return result;
    }

    Result perform(RecordedAgent agent) {
        return agent.session().perform(checkPorts, Inputs.bind(CheckPortsInputs.class, Map.of()));
    }

    /** {@code kind severity part} of every finding. */
    List<String> found(RecordedAgent agent) {
        return words(look(agent));
    }

    static List<String> words(Result result) {
        return result.findings().stream()
                .map(finding -> finding.kind() + " " + finding.severity() + " " + finding.part())
                .toList();
    }

    static List<String> messages(Result result) {
        return result.findings().stream().map(Finding::message).toList();
    }

    /** Makes the last look older. */
    void wait(Duration time) {
        Map<String, Object> content = new HashMap<>(seen.content());
        content.put("at", (long) content.get("at") - time.toMillis());
        Map<String, Object> ports = new HashMap<>();
        ((Map<?, ?>) content.get("ports")).forEach((name, line) -> ports.put(name.toString(), older(line, time)));
        content.put("ports", ports);
        seen = Observation.latest(seen.kind(), content);
    }

    /** The same for a device that has no clock of its own. */
    void waitByOurClock(Duration time) {
        wait(time);
        Map<String, Object> content = new HashMap<>(seen.content());
        content.put("upTime", (long) content.get("upTime") - time.toMillis() / 10);
        seen = Observation.latest(seen.kind(), content);
    }

    private static String older(Object line, Duration time) {
        PortMemory port = PortMemory.parse(line.toString());
        return new PortMemory(
                        port.alias(),
                        port.physical(),
                        port.oper(),
                        port.lastChange(),
                        port.best(),
                        port.lastUp() == 0 ? 0 : port.lastUp() - time.toSeconds(),
                        port.discontinuity(),
                        port.changes().stream().map(at -> at - time.toSeconds()).toList(),
                        port.kept(),
                        port.counts())
                .text();
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        return Optional.ofNullable(seen)
                .filter(last -> last.kind().equals(kind))
                .map(last -> new Seen(last.content(), Instant.now(), Instant.now(), "RUN-000041"));
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return latest(device, kind).stream().toList();
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        return Map.of();
    }

    /** What was resolved by itself: {@code kind part}. */
    List<String> resolved() {
        return resolved;
    }

    @Override
    public String report(String run, Finding finding) {
        throw new UnsupportedOperationException("findings are part of the result");
    }

    @Override
    public void resolve(String run, String device, String kind) {
        throw new UnsupportedOperationException("findings are resolved by the result");
    }

    @Override
    public void resolve(String run, String device, String kind, String part) {
        resolved.add(kind + " " + part);
    }

    @Override
    public void settle(String run, String source, String device, Set<String> kinds, Collection<Finding> found) {
        throw new UnsupportedOperationException("findings are settled by the result");
    }
}
