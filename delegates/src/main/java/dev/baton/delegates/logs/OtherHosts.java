package dev.baton.delegates.logs;

import dev.baton.action.Finding;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.logs.Judge.Judgement;
import dev.baton.delegates.logs.drive.Drives;
import dev.baton.delegates.logs.source.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Drives of other devices, as a log host has their lines: nobody is asked there, so a drive keeps the name in its line. */
final class OtherHosts {

    /** What is over. */
    interface Over {

        void accept(String host, String part, Set<String> kinds);
    }

    private final Map<String, Memory> memories = new TreeMap<>();
    private int count;

    private OtherHosts() {}

    static OtherHosts of(Optional<Seen> seen) {
        OtherHosts others = new OtherHosts();
        if (seen.map(Seen::content).map(content -> content.get("hosts")).orElse(Map.of()) instanceof Map<?, ?> hosts) {
            hosts.forEach((host, drives) -> others.memories.put(host.toString(), Memory.of(drives)));
        }
        return others;
    }

    void add(String host, List<LogLine> lines, Instant now) {
        SuspectLines suspect = SuspectLines.among(lines);
        count += suspect.count();
        if (!suspect.isEmpty()) {
            suspect.addTo(memories.computeIfAbsent(host, name -> Memory.of(List.of())), Drives.unknown(), "", now);
        }
    }

    /** How many lines speak of a drive in trouble. */
    int count() {
        return count;
    }

    /**
     * Judges what is remembered, and forgets what was quiet for long.
     *
     * @param judges by host
     * @param over is told the host, the part and the kinds of finding that it has no more
     */
    List<Finding> findings(Function<String, Judge> judges, Instant now, Duration memory, Over over) {
        List<Finding> found = new ArrayList<>();
        memories.forEach((host, known) -> {
            List<Evidence> before = List.copyOf(known.drives());
            known.forget(Drives.unknown(), now, memory);
            Judge judge = judges.apply(host);
            for (Evidence evidence : before) {
                Judgement judgement = judge.judge(evidence);
                boolean open = known.drives().contains(evidence) && judgement.verdict() != Verdict.QUIET;
                Set<String> gone = new HashSet<>(Verdict.kinds());
                if (open) {
                    gone.remove(judgement.kind());
                    found.add(judgement.finding(host));
                }
                over.accept(host, judgement.part(), gone);
            }
        });
        memories.values().removeIf(known -> known.drives().isEmpty());
        return found;
    }

    Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        memories.forEach((host, known) -> content.put(host, known.content()));
        return content;
    }
}
