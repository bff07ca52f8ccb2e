package dev.baton.action;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an action on one device came to. Findings and observations are kept when the outcome is.
 *
 * @param summary one sentence for people
 * @param facts small values (strings, numbers, booleans, lists and maps of them) that later steps may ask for
 * @param checkedKinds the kinds of findings that were looked for in full: the device's open findings of them that are not
 *     among {@code findings} are resolved
 */
public record Result(
        boolean changed,
        String summary,
        Map<String, Object> facts,
        List<Finding> findings,
        Set<String> checkedKinds,
        List<Observation> observations) {

    public Result(
            boolean changed,
            String summary,
            Map<String, Object> facts,
            List<Finding> findings,
            @Nullable Set<String> checkedKinds,
            @Nullable List<Observation> observations) {
        this.changed = changed;
        this.summary = summary;
        this.facts = Map.copyOf(facts);
        this.findings = List.copyOf(findings);
        this.checkedKinds = Set.copyOf(Objects.requireNonNullElse(checkedKinds, Set.of()));
        this.observations = List.copyOf(Objects.requireNonNullElse(observations, List.of()));
    }

    public static Result unchanged(String summary) {
        return new Result(false, summary, Map.of(), List.of(), Set.of(), List.of());
    }

    public static Result changed(String summary) {
        return new Result(true, summary, Map.of(), List.of(), Set.of(), List.of());
    }

    public Result with(Map<String, Object> moreFacts) {
        return new Result(changed, summary, moreFacts, findings, checkedKinds, observations);
    }

    public Result with(List<Finding> moreFindings) {
        return new Result(changed, summary, facts, moreFindings, checkedKinds, observations);
    }

    /** With all findings of these kinds: others of them that are open are resolved. */
    public Result checked(Set<String> kinds, List<Finding> found) {
        return new Result(changed, summary, facts, found, kinds, observations);
    }

    public Result observing(Observation... seen) {
        return new Result(changed, summary, facts, findings, checkedKinds, List.of(seen));
    }
}
