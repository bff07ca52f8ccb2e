package dev.baton.delegates.hardware.table;

import dev.baton.delegates.hardware.part.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one vendor's agents tell of the hardware; read from {@code hardware/<name>.yaml}.
 *
 * @param name its name for people
 * @param origin the MIB or other document that the numbers come from
 * @param probes the subtrees one of which an agent has that can be asked
 */
public record Source(String name, String origin, List<String> probes, List<Table> tables) {

    public Set<Component> components() {
        return tables.stream().map(Table::kind).collect(Collectors.toSet());
    }
}
