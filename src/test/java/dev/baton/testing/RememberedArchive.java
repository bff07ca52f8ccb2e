package dev.baton.testing;

import dev.baton.action.ConfigArchive;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An archive with these revisions, of which none is old. */
public final class RememberedArchive implements ConfigArchive {

    private final List<Stored> revisions;

    public RememberedArchive(Stored... revisions) {
        this.revisions = List.of(revisions);
    }

    @Override
    public List<Coverage> coverage() {
        return revisions.stream()
                .map(stored -> new Coverage(
                        stored.device(),
                        stored.platform(),
                        State.CURRENT,
                        Instant.EPOCH,
                        null,
                        null,
                        Instant.EPOCH,
                        Set.of()))
                .toList();
    }

    @Override
    public Optional<Stored> stored(String device) {
        return revisions.stream()
                .filter(stored -> stored.device().equals(device))
                .findFirst();
    }

    @Override
    public Thinned thinOut(Keeping keeping) {
        return new Thinned(Map.of(), 0);
    }
}
