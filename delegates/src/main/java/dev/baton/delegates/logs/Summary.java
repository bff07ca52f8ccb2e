package dev.baton.delegates.logs;

import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.delegates.logs.source.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a scan says to people and to the diagram. */
final class Summary {

    private static final int MOST_ROWS = 200;

    private Summary() {}

    static String of(Excerpt excerpt, int suspect, List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        parts.add(excerpt.lines().size() + " lines read, " + suspect + " of them about drives in trouble");
        findings.forEach(finding -> parts.add(finding.kind() + ": " + Objects.requireNonNull(finding.part())));
        parts.addAll(excerpt.notes());
        return String.join("; ", parts);
    }

    static Map<String, Object> facts(Excerpt excerpt, int suspect, List<Finding> findings) {
        return Map.of(
                "linesRead", excerpt.lines().size(),
                "suspectLines", suspect,
                "behind", excerpt.behind(),
                "suspectDrives", findings.size());
    }

    static Map<String, Object> of(Map<String, Result> results) {
        List<Finding> all = results.values().stream()
                .flatMap(result -> result.findings().stream())
                .toList();
        List<Map<String, String>> table = all.stream()
                .limit(MOST_ROWS)
                .map(finding -> Map.of(
                        "device", finding.device(),
                        "drive", Objects.requireNonNullElse(finding.part(), ""),
                        "kind", finding.kind(),
                        "message", finding.message()))
                .toList();
        return Map.of(
                "failingDrives", count(all, Verdict.FAILING),
                "suspectDrives", count(all, Verdict.SUSPECT),
                "badLinks", count(all, Verdict.LINK),
                "hostsBehind",
                        (int) results.values().stream()
                                .filter(result ->
                                        Boolean.TRUE.equals(result.facts().get("behind")))
                                .count(),
                "driveTable", table);
    }

    private static int count(List<Finding> findings, Verdict verdict) {
        return (int) findings.stream()
                .filter(finding -> finding.kind().equals(verdict.kind()))
                .count();
    }
}
