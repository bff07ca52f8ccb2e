package dev.baton.process;

import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** What a listing of patches comes to, and how a batch of hosts is patched. */
final class Pending {

    private static final List<String> BATCH = List.of(
            "Task_CheckHealthBefore",
            "Task_CheckPackages",
            "Task_RecordStateBefore",
            "Task_TakeSnapshot",
            "Task_ApplyPatches",
            "Task_CheckReboot",
            "Task_RebootIfNeeded",
            "Task_WaitForHosts",
            "Task_RestartServices",
            "Task_CheckHealthAfter",
            "Task_RecordStateAfter");

    private Pending() {}

    static Map<String, Object> patches(int count) {
        Map<String, Object> outcome = new HashMap<>();
        for (String list : List.of("patchTable", "hostTable", "withheldTable", "cveTable", "cvePackages")) {
            outcome.put(list, SpinValues.jsonValue("[]").create());
        }
        outcome.put("patchCount", count);
        outcome.put("securityCount", Math.min(1, count));
        outcome.put("devicesWithPatches", Math.min(1, count));
        outcome.put("withheldCount", 0);
        outcome.put("openCves", 0);
        return outcome;
    }

    static Map<String, Object> patchesWithOneHostSilent(int count) {
        Map<String, Object> outcome = new HashMap<>(patches(count));
        outcome.putAll(Map.of("allSucceeded", false, "failed", 1, "failureSummary", "web2: no answer"));
        return outcome;
    }

    /** Lets every step of one batch be done. */
    static void patch(ProcedureEngine engine) {
        BATCH.forEach(step -> engine.done(step, ofStep(step)));
    }

    /** Lets the steps of a batch be done up to this one, which waits. */
    static void patch(ProcedureEngine engine, String until) {
        patch(engine, BATCH.get(0), until);
    }

    /** Lets the steps of a batch be done from this one, which waits, up to that one. */
    static void patch(ProcedureEngine engine, String from, String until) {
        BATCH.subList(BATCH.indexOf(from), BATCH.indexOf(until)).forEach(step -> engine.done(step, ofStep(step)));
    }

    private static Map<String, Object> ofStep(String step) {
        return step.equals("Task_RecordStateAfter")
                ? Map.of(
                        "stateTable", SpinValues.jsonValue("[]").create(),
                        "changeTable", SpinValues.jsonValue("[]").create(),
                        "changedPackages", 3)
                : Map.of();
    }
}
