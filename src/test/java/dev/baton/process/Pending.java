package dev.baton.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** What a listing of patches comes to. */
final class Pending {

    private Pending() {}

    static Map<String, Object> patches(int count) {
        return Map.of(
                "patchTable",
                SpinValues.jsonValue("[]").create(),
                "hostTable",
                SpinValues.jsonValue("[]").create(),
                "patchCount",
                count,
                "securityCount",
                Math.min(1, count),
                "devicesWithPatches",
                Math.min(1, count));
    }

    static Map<String, Object> patchesWithOneHostSilent(int count) {
        Map<String, Object> outcome = new HashMap<>(patches(count));
        outcome.putAll(Map.of("allSucceeded", false, "failed", 1, "failureSummary", "web2: no answer"));
        return outcome;
    }
}
