package dev.baton.action;

import java.util.List;
import java.util.Map;

/**
 * What an action on one device came to.
 *
 * @param summary one sentence for people
 * @param facts small values (strings, numbers, booleans, lists and maps of them) that later steps may ask for
 */
public record Result(boolean changed, String summary, Map<String, Object> facts, List<Finding> findings) {

    public Result {
        facts = Map.copyOf(facts);
        findings = List.copyOf(findings);
    }

    public static Result unchanged(String summary) {
        return new Result(false, summary, Map.of(), List.of());
    }

    public static Result changed(String summary) {
        return new Result(true, summary, Map.of(), List.of());
    }

    public Result with(Map<String, Object> moreFacts) {
        return new Result(changed, summary, moreFacts, findings);
    }

    public Result with(List<Finding> moreFindings) {
        return new Result(changed, summary, facts, moreFindings);
    }
}
