package dev.baton.delegates.hardware;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Finding;
import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.delegates.hardware.snmp.SnmpSources;
import dev.baton.delegates.hardware.table.SourceCatalogue;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import dev.baton.testing.ShippedDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the hardware of scripted devices, run after run. */
final class Boxes implements Observations {

    static final SourceCatalogue CATALOGUE = new SourceCatalogue();

    private static final SnmpSources SOURCES = new SnmpSources(CATALOGUE);
    private static final ShippedDecisions DECISIONS = new ShippedDecisions();

    private final Map<String, Seen> seen = new HashMap<>();
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    private final ReadHardware readHardware = new ReadHardware(SOURCES, this, DECISIONS) {

        @Override
        Instant now() {
            return now;
        }
    };

    /** A network device with this agent, read for the first time. */
    static Result read(Function<Command, Answer> agent) {
        return new Boxes().readAgain(agent);
    }

    Result readAgain(Function<Command, Answer> agent) {
        return kept(ScriptedSession.of(ScriptedDialect.SWITCH).on("", agent), inputs(false));
    }

    Result readAccepting(Function<Command, Answer> agent) {
        return kept(ScriptedSession.of(ScriptedDialect.SWITCH).on("", agent), inputs(true));
    }

    /** A Linux host without SNMP. */
    Result readHost(int smartStatus, String smart, String arrays) {
        return readBoth(
                command -> {
                    throw Problem.UNSUPPORTED.because("dev1: the inventory gives it no snmp access");
                },
                smartStatus,
                smart,
                arrays);
    }

    Result readBoth(Function<Command, Answer> agent, int smartStatus, String smart, String arrays) {
        return kept(
                ScriptedSession.hostAsRoot()
                        .on("--scan-open", smartStatus, smart)
                        .on("/proc/mdstat", arrays.isEmpty() ? 127 : 0, arrays)
                        .on("", agent),
                inputs(false));
    }

    Result kept(ScriptedSession session, ReadHardwareInputs inputs) {
        Result result = session.perform(readHardware, inputs);
        result.observations().forEach(this::keep);
        return result;
    }

    ReadHardware delegate() {
        return readHardware;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    static ReadHardwareInputs inputs(boolean acceptMissing) {
        return new ReadHardwareInputs("hardware-severity", acceptMissing, true);
    }

    /** Each finding as kind, part and severity. */
    static List<String> findings(Result result) {
        return result.findings().stream()
                .map(finding -> finding.kind() + " | " + finding.part() + " | " + finding.severity())
                .toList();
    }

    static Finding only(Result result) {
        if (result.findings().size() != 1) {
            throw new AssertionError("not one finding but " + result.findings());
        }
        return result.findings().get(0);
    }

    private void keep(Observation observation) {
        seen.put(observation.kind(), new Seen(observation.content(), now, now, "RUN-000042"));
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        return Optional.ofNullable(seen.get(kind));
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return latest(device, kind).stream().toList();
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        return Map.of();
    }
}
