package dev.baton.inventory;

import dev.baton.action.Dialects;
import dev.baton.inventory.BadInventoryException.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads inventory files: all of them together, or none. */
final class InventoryReader {

    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    private final Dialects dialects;

    /** Devices and credentials by their names. */
    record Contents(SortedMap<String, InventoryDevice> devices, Map<String, Credential> credentials) {}

    InventoryReader(Dialects dialects) {
        this.dialects = dialects;
    }

    /** What the files say. @throws BadInventoryException with every fault found, in the order of files and lines */
    Contents read(List<Path> files) {
        List<Fault> faults = new ArrayList<>();
        List<Entry> roots = new ArrayList<>();
        for (Path file : files) {
            open(file, faults, roots);
        }
        Map<String, ZoneId> zones = new HashMap<>();
        Set<String> sites = sites(roots, zones);
        Map<String, Credential> credentials = credentials(roots);
        SortedMap<String, InventoryDevice> devices = devices(roots, new DeviceReader(dialects, sites, credentials));
        windows(roots, new WindowReader(zones, devices));
        roots.forEach(Entry::done);
        if (!faults.isEmpty()) {
            List<String> order = files.stream().map(Path::toString).toList();
            throw new BadInventoryException(faults.stream()
                    .distinct()
                    .sorted(Comparator.<Fault>comparingInt(fault -> order.indexOf(fault.file()))
                            .thenComparingInt(Fault::line))
                    .toList());
        }
        return new Contents(devices, credentials);
    }

    private static void open(Path file, List<Fault> faults, List<Entry> roots) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        try (Reader reader = Files.newBufferedReader(file)) {
            Node node = new Yaml(options).compose(reader);
            if (node != null) {
                roots.add(new Entry(file, node, faults));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file.toString(), line, "not readable as YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(file.toString(), 1, "not readable as YAML: " + e.getMessage()));
        } catch (IOException e) {
            faults.add(new Fault(file.toString(), 1, "cannot be read: " + e));
        }
    }

    private static Set<String> sites(List<Entry> roots, Map<String, ZoneId> zones) {
        Set<String> sites = new HashSet<>();
        for (Entry site : all(roots, "sites")) {
            String name = name(site, sites);
            site.text("timezone").ifPresent(zone -> zones.put(name, WindowReader.zone(site, zone)));
            site.done();
            sites.add(name);
        }
        return sites;
    }

    private static Map<String, Credential> credentials(List<Entry> roots) {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        for (Entry entry : all(roots, "credentials")) {
            String name = name(entry, credentials.keySet());
            CredentialReader.read(entry, name).ifPresent(credential -> credentials.put(name, credential));
        }
        return credentials;
    }

    private static SortedMap<String, InventoryDevice> devices(List<Entry> roots, DeviceReader reader) {
        SortedMap<String, InventoryDevice> devices = new TreeMap<>();
        List<Entry> entries = all(roots, "devices");
        for (Entry entry : entries) {
            String name = name(entry, devices.keySet());
            devices.put(name, reader.read(entry, name));
        }
        for (Entry entry : entries) {
            for (String other : entry.texts("depends-on")) {
                if (!devices.containsKey(other)) {
                    entry.fault("depends-on", "depends-on names an unknown device: " + other);
                } else if (entry.text("name").filter(other::equals).isPresent()) {
                    entry.fault("depends-on", "a device cannot depend on itself");
                }
            }
        }
        JumpReader.resolve(entries, devices);
        return devices;
    }

    private static void windows(List<Entry> roots, WindowReader reader) {
        Set<String> names = new HashSet<>();
        for (Entry entry : all(roots, "windows")) {
            String name = name(entry, names);
            names.add(name);
            reader.read(entry, name);
        }
    }

    private static List<Entry> all(List<Entry> roots, String key) {
        return roots.stream().flatMap(root -> root.entries(key).stream()).toList();
    }

    private static String name(Entry entry, Set<String> taken) {
        String name = entry.required("name");
        if (name.isEmpty()) {
            return name;
        }
        if (!Names.isName(name)) {
            entry.fault("name", "a name takes " + Names.RULE + ", not " + name);
        }
        if (taken.contains(name)) {
            entry.fault("name", "the name " + name + " is taken already");
        }
        return name;
    }
}
