package dev.baton.testing;

import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Target sets whose id spells their devices, as {@code web1+web2}; every batch is one device. A query {@code name = web1} selects that one. */
final class SpelledTargetSets implements TargetSets {

    private static final String BY_NAME = "name = ";
    private static final String NOWHERE = "nowhere";

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private List<String> selected = List.of();

    void select(List<String> devices) {
        selected = List.copyOf(devices);
    }

    @Override
    public TargetSet choose(String run, String query) {
        if (query.startsWith(BY_NAME)) {
            return freeze(run, List.of(query.substring(BY_NAME.length()).split(" or name = ")));
        }
        if (query.contains(NOWHERE) || selected.isEmpty()) {
            throw Problem.NO_TARGETS.because("no device matches '" + query + "'");
        }
        return freeze(run, selected);
    }

    @Override
    public TargetSet freeze(String run, List<String> devices) {
        return new TargetSet(String.join("+", devices), devices);
    }

    @Override
    public TargetSet get(String id) {
        return new TargetSet(id, List.of(id.split("\\+")));
    }

    @Override
    public List<List<String>> batches(String set, String batches) {
        return get(set).devices().stream().map(List::of).toList();
    }

    @Override
    public List<String> taken(String run, String set) {
        List<String> devices = get(set).devices();
        return devices.subList(0, Math.min(devices.size(), taken.getOrDefault(run, 0)));
    }

    @Override
    public Optional<TargetSet> nextBatch(String run, String set, String batches) {
        List<String> devices = get(set).devices();
        int next = taken.merge(run, 1, Integer::sum);
        return next > devices.size() ? Optional.empty() : Optional.of(freeze(run, List.of(devices.get(next - 1))));
    }
}
