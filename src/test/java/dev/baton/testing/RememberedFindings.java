package dev.baton.testing;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Findings that a test can look at. */
public final class RememberedFindings implements Findings {

    private final List<Finding> reported = new ArrayList<>();

    public List<Finding> reported() {
        return List.copyOf(reported);
    }

    void forget() {
        reported.clear();
    }

    @Override
    public String report(String run, Finding finding) {
        reported.add(finding);
        return run + "/" + reported.size();
    }

    @Override
    public void resolve(String run, String device, String kind) {
        reported.removeIf(
                finding -> finding.device().equals(device) && finding.kind().equals(kind));
    }

    @Override
    public void resolve(String run, String device, String kind, String part) {
        reported.removeIf(finding ->
                finding.device().equals(device) && finding.kind().equals(kind) && part.equals(finding.part()));
    }

    @Override
    public void settle(String run, String source, String device, Set<String> kinds, Collection<Finding> found) {
        kinds.forEach(kind -> resolve(run, device, kind));
        reported.addAll(found);
    }
}
