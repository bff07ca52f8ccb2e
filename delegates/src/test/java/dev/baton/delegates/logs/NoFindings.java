package dev.baton.delegates.logs;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Remembers which findings were resolved, and refuses new ones: an action returns those. */
final class NoFindings implements Findings {

    final List<String> resolved = new ArrayList<>();

    @Override
    public String report(String run, Finding finding) {
        throw new UnsupportedOperationException("a scan returns its findings");
    }

    @Override
    public void resolve(String run, String device, String kind) {
        throw new UnsupportedOperationException("a scan resolves findings of one part");
    }

    @Override
    public void resolve(String run, String device, String kind, String part) {
        resolved.add(device + " " + kind + " " + part);
    }

    @Override
    public void settle(String run, String source, String device, Set<String> kinds, Collection<Finding> found) {
        throw new UnsupportedOperationException("a scan returns its findings");
    }
}
