package dev.baton.delegates.logs;

import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.delegates.logs.source.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a scan says to people and to the diagram. */
final class Summary {

    private static final int MOST_ROWS = 200;
    private static final Set<String> FAILING = Set.of(Verdict.FAILING.kind(), "drive-failed", "drive-missing");
    private static final String DRIVES = "drives";
    private static final String KIND = "kind";

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
                "linesRead",
                excerpt.lines().size(),
                "suspectLines",
                suspect,
                "behind",
                excerpt.behind(),
                DRIVES,
                findings.stream().map(Summary::row).toList());
    }

    private static Map<String, String> row(Finding finding) {
        return Map.of(
                "device",
                finding.device(),
                "drive",
                Objects.requireNonNullElse(finding.part(), ""),
                KIND,
                finding.kind(),
                "message",
                finding.message());
    }

    /** Of the facts alone: the journal keeps nothing else of a result. */
    static Map<String, Object> of(Map<String, Result> results) {
        List<Map<?, ?>> drives = results.values().stream()
                .map(result -> result.facts().get(DRIVES))
                .filter(List.class::isInstance)
                .flatMap(rows -> ((List<?>) rows).stream())
                .<Map<?, ?>>map(row -> (Map<?, ?>) row)
                .toList();
        return Map.of(
                "failingDrives",
                count(drives, FAILING),
                "suspectDrives",
                count(drives, Set.of(Verdict.SUSPECT.kind())),
                "badLinks",
                count(drives, Set.of(Verdict.LINK.kind())),
                "hostsBehind",
                (int) results.values().stream()
                        .filter(result -> Boolean.TRUE.equals(result.facts().get("behind")))
                        .count(),
                "driveTable",
                drives.stream().limit(MOST_ROWS).toList());
    }

    private static int count(List<Map<?, ?>> drives, Set<String> kinds) {
        return (int) drives.stream()
                .filter(drive -> kinds.contains(String.valueOf(drive.get(KIND))))
                .count();
    }
}
