package dev.baton.delegates.ports;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Dialect;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.delegates.ports.past.LastLook;
import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortTable;
import dev.baton.delegates.ports.read.PortWalk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Compares every interface of a device with what it should be. Only reads, so repeating it is safe. */
@Component("checkPorts")
@Delegate(
        name = "Check ports",
        description =
                "Reads all interfaces over SNMP and compares them with their descriptions and with the last look: down,"
                        + " shut, flapping, errors, discards, half duplex, slow. A decision table says what is a finding.",
        inputs = CheckPortsInputs.class,
        outputs = {"portTable", "portCount", "portFaults", "portsDown", "partlyRead"})
class CheckPorts implements DeviceDelegate<CheckPortsInputs> {

    private static final int MOST_ROWS = 500;
    private static final int MOST_ROWS_OF_A_DEVICE = 50;
    /** What a diagnosis has found while a port had no link. */
    private static final String LINK_CAUSE = "link-down-cause";

    private final Observations observations;
    private final Decisions decisions;
    private final Findings findings;

    CheckPorts(Observations observations, Decisions decisions, Findings findings) {
        this.observations = observations;
        this.decisions = decisions;
        this.findings = findings;
    }

    @Override
    public List<Command> render(Device device, Dialect dialect, CheckPortsInputs inputs) {
        return PortWalk.commands(inputs.limit());
    }

    @Override
    public Result perform(Session session, CheckPortsInputs inputs) {
        try {
            return look(session, inputs);
        } catch (ActionProblem problem) {
            if (problem.problem() != Problem.UNSUPPORTED) {
                throw problem;
            }
            return Result.unchanged("not looked at: " + problem.reason());
        }
    }

    private Result look(Session session, CheckPortsInputs inputs) {
        String device = session.device().name();
        Intent intent = new Intent(inputs);
        PortTable now = PortTable.read(session, inputs.limit(), Instant.now());
        LastLook last = LastLook.of(observations.latest(device, LastLook.KIND)).orElse(null);
        PortJudge judge = new PortJudge(decisions, inputs.policy(), intent, device, now, last);
        now.ports().stream().filter(port -> !intent.ignores(port)).forEach(judge::judge);
        if (last != null) {
            Set<String> names = now.ports().stream().map(Port::name).collect(Collectors.toSet());
            last.ports().forEach((name, before) -> {
                if (!names.contains(name)) {
                    judge.judgeGone(name, before);
                }
            });
        }
        judge.cameUp().forEach(port -> findings.resolve(session.run(), device, LINK_CAUSE, port));
        return result(now, judge);
    }

    private static Result result(PortTable now, PortJudge judge) {
        List<Finding> found = judge.found();
        long up = now.ports().stream().filter(Port::up).count();
        long down = found.stream().filter(one -> one.kind().equals("port-down")).count();
        String partly = now.failed().isEmpty() ? "" : "; read in part, without " + now.failed();
        String summary = now.ports().size() + " ports, " + up + " up, " + found.size() + " findings" + partly;
        Map<String, Object> facts = Map.of(
                "ports",
                now.ports().size(),
                "faults",
                found.size(),
                "down",
                down,
                "partly",
                !now.failed().isEmpty(),
                "faulty",
                found.stream().limit(MOST_ROWS_OF_A_DEVICE).map(CheckPorts::row).toList());
        return Result.unchanged(summary)
                .with(facts)
                .checked(PortKinds.lookedFor(now), found)
                .observing(judge.look().observation());
    }

    private static Map<String, Object> row(Finding finding) {
        return Map.of(
                "port", String.valueOf(finding.part()),
                "kind", finding.kind(),
                "severity", finding.severity().name(),
                "message", finding.message());
    }

    @Override
    public Map<String, Object> summarise(Map<String, Result> results) {
        List<Map<String, Object>> table = new ArrayList<>();
        results.forEach((device, result) -> {
            if (result.facts().get("faulty") instanceof List<?> rows) {
                rows.stream().limit(MOST_ROWS - table.size()).forEach(row -> table.add(row(device, row)));
            }
        });
        return Map.of(
                "portTable", table,
                "portCount", sum(results, "ports"),
                "portFaults", sum(results, "faults"),
                "portsDown", sum(results, "down"),
                "partlyRead",
                        (int) results.values().stream()
                                .filter(result ->
                                        Boolean.TRUE.equals(result.facts().get("partly")))
                                .count());
    }

    private static Map<String, Object> row(String device, Object columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", device);
        ((Map<?, ?>) columns).forEach((name, value) -> row.put(name.toString(), value));
        return row;
    }

    private static int sum(Map<String, Result> results, String fact) {
        return results.values().stream()
                .map(result -> result.facts().get(fact))
                .mapToInt(value -> value instanceof Number number ? number.intValue() : 0)
                .sum();
    }
}
