package dev.baton.delegates.hardware;

import dev.baton.action.ActionProblem;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.delegates.hardware.part.Reading;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Asks a device over all ways that lead to it; one that does not answer does not keep the others from telling. */
final class Transports {

    /** What ends the action at once, whatever else could be read. */
    private static final Set<Problem> FINAL = EnumSet.of(Problem.CANCELLED, Problem.PLAN_DEVIATION);

    private final List<Reading> readings = new ArrayList<>();
    private final Map<String, ActionProblem> problems = new LinkedHashMap<>();
    private boolean answered;

    /** Asks over one way; a device to which it does not lead is not asked. */
    void ask(String transport, Supplier<List<Reading>> sources) {
        try {
            readings.addAll(sources.get());
            answered = true;
        } catch (ActionProblem problem) {
            if (FINAL.contains(problem.problem())) {
                throw problem;
            }
            problems.put(transport, problem);
        }
    }

    /** @throws ActionProblem when the device answered over no way: the first that may pass by itself, if there is one */
    List<Reading> readings(Device device) {
        if (!answered) {
            throw problems.values().stream()
                    .filter(problem -> problem.problem() != Problem.UNSUPPORTED)
                    .findFirst()
                    .orElseGet(() -> Problem.UNSUPPORTED.because(
                            device.name() + ": neither snmp nor ssh leads to its hardware"));
        }
        problems.forEach((transport, problem) -> {
            if (problem.problem() != Problem.UNSUPPORTED) {
                readings.add(Reading.silent(transport, problem.reason()));
            }
        });
        return readings;
    }
}
