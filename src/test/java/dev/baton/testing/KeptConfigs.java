package dev.baton.testing;

import dev.baton.action.ConfigStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Backups of one device in memory, and how the last two differ. */
public final class KeptConfigs implements ConfigStore {

    private final List<String> revisions = new ArrayList<>();

    @Override
    public Revision save(String run, String device, String configuration, String reason) {
        revisions.add(configuration);
        return new Revision(revisions.size(), "", true, 0, 0);
    }

    /** The lines that went and came between the last two backups, with a sign in front. */
    public List<String> lastDiff() {
        List<String> before = revisions.get(revisions.size() - 2).lines().toList();
        List<String> after = revisions.get(revisions.size() - 1).lines().toList();
        return Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "-" + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "+" + line))
                .toList();
    }
}
