package dev.baton.delegates.traffic;

import dev.baton.action.TargetSets;
import java.util.List;
import java.util.Optional;

/** Target sets whose id spells their devices with a plus between them. */
final class NamedSets implements TargetSets {

    @Override
    public TargetSet choose(String run, String query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TargetSet freeze(String run, List<String> devices) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TargetSet get(String id) {
        return new TargetSet(id, List.of(id.split("\\+")));
    }

    @Override
    public Optional<TargetSet> nextBatch(String run, String set, String batches) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<List<String>> batches(String set, String batches) {
        throw new UnsupportedOperationException("no test plans batches");
    }

    @Override
    public List<String> taken(String run, String set) {
        throw new UnsupportedOperationException();
    }
}
