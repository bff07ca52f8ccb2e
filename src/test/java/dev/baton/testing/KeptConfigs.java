package dev.baton.testing;

import dev.baton.action.ConfigStore;
import dev.baton.action.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Backups of one device in memory, and how the last two differ. */
public final class KeptConfigs implements ConfigStore {

    private final List<String> revisions = new ArrayList<>();
    private Dump last;
    private int confirmed;

    @Override
    public Revision save(Dump dump) {
        revisions.add(dump.configuration());
        last = dump;
        return new Revision(revisions.size(), "", true, 0, 0);
    }

    @Override
    public Optional<Kept> last(String device) {
        return Optional.ofNullable(last).map(dump -> {
            Content content = Content.of(dump.configuration());
            return new Kept(
                    revisions.size(), content.sha256(), content.size(), dump.mark(), null, Instant.EPOCH, false);
        });
    }

    @Override
    public void confirm(String device, int number) {
        confirmed = number;
        revisions.add(lastDump().configuration());
    }

    /** The revision that a device confirmed last; 0 for none. */
    public int confirmed() {
        return confirmed;
    }

    /** The dump that was saved last. */
    public Dump lastDump() {
        return Objects.requireNonNull(last);
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
