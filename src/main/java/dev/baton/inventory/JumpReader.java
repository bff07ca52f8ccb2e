package dev.baton.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts each device behind the jump host that it names, which may be behind another. */
final class JumpReader {

    private final Map<String, InventoryDevice> devices;
    private final Map<String, Entry> accesses = new LinkedHashMap<>();
    private final Map<String, String> jumps = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    private JumpReader(Map<String, InventoryDevice> devices) {
        this.devices = devices;
    }

    static void resolve(List<Entry> entries, Map<String, InventoryDevice> devices) {
        JumpReader reader = new JumpReader(devices);
        entries.forEach(reader::add);
        reader.jumps.keySet().forEach(reader::check);
        reader.jumps.keySet().forEach(reader::place);
    }

    private void add(Entry entry) {
        Optional<String> name = entry.text("name");
        Optional<Entry> access = entry.entry("ssh");
        if (name.isPresent() && access.isPresent()) {
            accesses.put(name.get(), access.get());
            access.get().text("jump").ifPresent(jump -> jumps.put(name.get(), jump));
        }
    }

    private void check(String name) {
        Entry access = accesses.get(name);
        String jump = jumps.get(name);
        List<String> loop = loop(name);
        if (access == null || jump == null) {
            return;
        }
        if (!devices.containsKey(jump)) {
            access.fault("jump", "jump names an unknown device: " + jump);
        } else if (!accesses.containsKey(jump)) {
            access.fault("jump", "jump names a device without ssh: " + jump);
        } else if (!loop.isEmpty()) {
            access.fault("jump", "the jump hosts go in a loop: " + String.join(" -> ", loop));
        }
    }

    /** The way from a device back to itself; empty where there is none. */
    private List<String> loop(String start) {
        List<String> way = new ArrayList<>(List.of(start));
        Set<String> seen = new HashSet<>();
        @Nullable String next = jumps.get(start);
        while (next != null && seen.add(next)) {
            way.add(next);
            if (next.equals(start)) {
                return way;
            }
            next = jumps.get(next);
        }
        return List.of();
    }

    /** Marked before its jump host is placed, so that a loop, which is a fault by now, ends. */
    private void place(String name) {
        String jump = jumps.get(name);
        if (jump == null || !done.add(name)) {
            return;
        }
        place(jump);
        InventoryDevice device = devices.get(name);
        InventoryDevice host = devices.get(jump);
        if (device != null && host != null) {
            devices.put(name, device.through(host));
        }
    }
}
