package dev.baton.run;

import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Target sets in the database, so that every node and every later reader sees the same devices. */
@Component
class StoredTargetSets implements TargetSets {

    private final JdbcTemplate jdbc;
    private final Inventory inventory;

    StoredTargetSets(JdbcTemplate jdbc, Inventory inventory) {
        this.jdbc = jdbc;
        this.inventory = inventory;
    }

    @Override
    public TargetSet choose(String run, String query) {
        List<String> devices;
        try {
            devices =
                    inventory.select(query).stream().map(InventoryDevice::name).toList();
        } catch (BadQueryException e) {
            throw Problem.BAD_INPUT.because(String.valueOf(e.getMessage()));
        }
        if (devices.isEmpty()) {
            throw Problem.NO_TARGETS.because(
                    query.isBlank() ? "the inventory has no device" : "no device matches \"" + query + "\"");
        }
        return store(run, null, devices);
    }

    @Override
    public TargetSet freeze(String run, List<String> devices) {
        return store(run, null, devices);
    }

    @Override
    public TargetSet get(String id) {
        List<String> devices = jdbc.queryForList(
                "select device from baton_target where target_set = ? order by position", String.class, id);
        if (devices.isEmpty()) {
            throw Problem.BAD_INPUT.because("there is no target set \"" + id + "\"");
        }
        return new TargetSet(id, devices);
    }

    @Override
    public Optional<TargetSet> nextBatch(String run, String set, String batches) {
        BatchSizes sizes = BatchSizes.parse(batches);
        TargetSet whole = get(set);
        Set<String> taken = takenByRun(run, set);
        List<String> remaining = whole.devices().stream()
                .filter(device -> !taken.contains(device))
                .toList();
        if (remaining.isEmpty()) {
            return Optional.empty();
        }
        int size = sizes.size(batchesTaken(run, set), whole.devices().size(), remaining.size());
        return Optional.of(store(run, set, oneOfEachRedundancyGroup(remaining, size)));
    }

    @Override
    public List<List<String>> batches(String set, String batches) {
        BatchSizes sizes = BatchSizes.parse(batches);
        List<String> whole = get(set).devices();
        List<String> remaining = new ArrayList<>(whole);
        List<List<String>> planned = new ArrayList<>();
        while (!remaining.isEmpty()) {
            int size = sizes.size(planned.size(), whole.size(), remaining.size());
            List<String> batch = oneOfEachRedundancyGroup(remaining, size);
            planned.add(batch);
            remaining.removeAll(batch);
        }
        return planned;
    }

    @Override
    public List<String> taken(String run, String set) {
        Set<String> taken = takenByRun(run, set);
        return get(set).devices().stream().filter(taken::contains).toList();
    }

    private Set<String> takenByRun(String run, String set) {
        return new HashSet<>(jdbc.queryForList(
                "select t.device from baton_target t join baton_target_set s on s.id = t.target_set"
                        + " where s.parent = ? and s.run = ?",
                String.class,
                set,
                run));
    }

    private int batchesTaken(String run, String set) {
        Integer count = jdbc.queryForObject(
                "select count(*) from baton_target_set where parent = ? and run = ?", Integer.class, set, run);
        return count == null ? 0 : count;
    }

    private List<String> oneOfEachRedundancyGroup(List<String> devices, int size) {
        Set<String> groups = new HashSet<>();
        List<String> batch = new ArrayList<>();
        for (String name : devices) {
            String group = inventory
                    .find(name)
                    .map(device -> device.device().redundancyGroup())
                    .orElse(null);
            if (batch.size() < size && (group == null || groups.add(group))) {
                batch.add(name);
            }
        }
        return batch;
    }

    private TargetSet store(String run, @Nullable String parent, List<String> devices) {
        String id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        jdbc.update(
                "insert into baton_target_set (id, run, parent, created_at) values (?, ?, ?, current_timestamp)",
                id,
                run,
                parent);
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into baton_target (target_set, position, device) select cast(? as varchar), v.n - 1,"
                            + " v.device from unnest(cast(? as varchar array)) with ordinality as v(device, n)");
            insert.setString(1, id);
            insert.setArray(2, connection.createArrayOf("varchar", devices.toArray()));
            return insert;
        });
        return new TargetSet(id, devices);
    }
}
