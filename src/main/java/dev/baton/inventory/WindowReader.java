package dev.baton.inventory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code windows} and gives each device those that cover it. */
final class WindowReader {

    private static final String MIDNIGHT = "24:00";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private final Map<String, ZoneId> sites;
    private final SortedMap<String, InventoryDevice> devices;

    /** @param sites the time zones of those sites that have one */
    WindowReader(Map<String, ZoneId> sites, SortedMap<String, InventoryDevice> devices) {
        this.sites = sites;
        this.devices = devices;
    }

    /** @param name what the window is called */
    void read(Entry entry, String name) {
        Set<DayOfWeek> days = days(entry);
        String from = time(entry, "from");
        String to = time(entry, "to");
        if (!from.isEmpty() && from.equals(to)) {
            entry.fault("to", "from and to are both " + to + "; a whole day is from 00:00 to 24:00");
        }
        ZoneId zone = zone(entry);
        List<InventoryDevice> covered = covered(entry, name);
        entry.done();
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        for (InventoryDevice device : covered) {
            String site = device.device().site();
            ZoneId there = zone == null && site != null ? sites.get(site) : zone;
            if (there == null) {
                entry.fault("timezone is missing, and the site of " + device.name() + " has none either");
                return;
            }
            add(device, new ChangeWindow(name, days, LocalTime.parse(from), end(to), there));
        }
    }

    private static LocalTime end(String to) {
        return to.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(to);
    }

    private void add(InventoryDevice device, ChangeWindow window) {
        List<ChangeWindow> windows = new ArrayList<>(device.windows());
        windows.add(window);
        devices.put(device.name(), device.within(windows));
    }

    private static Set<DayOfWeek> days(Entry entry) {
        List<String> texts = entry.texts("days");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : texts) {
            List<DayOfWeek> meant = Stream.of(DayOfWeek.values())
                    .filter(day -> word(day).equals(text))
                    .toList();
            if (meant.isEmpty()) {
                String known =
                        Stream.of(DayOfWeek.values()).map(WindowReader::word).collect(Collectors.joining(", "));
                entry.fault("days", "days takes " + known + ", not " + text);
            }
            days.addAll(meant);
        }
        return texts.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** The time as it stands there; empty, and a fault, when it is none. */
    private static String time(Entry entry, String key) {
        String text = entry.required(key);
        if (text.isEmpty() || text.matches(TIME) || (key.equals("to") && text.equals(MIDNIGHT))) {
            return text;
        }
        entry.fault(key, key + " is a time of day such as 22:00, not " + text);
        return "";
    }

    private static @Nullable ZoneId zone(Entry entry) {
        return entry.text("timezone").map(text -> zone(entry, text)).orElse(null);
    }

    /** A time zone, or a fault and UTC. */
    static ZoneId zone(Entry entry, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            entry.fault("timezone", "unknown timezone " + text + "; write it as Europe/Amsterdam");
            return ZoneId.of("UTC");
        }
    }

    /** A window that covers nothing by a slip of the pen would leave its devices open at any time. */
    private List<InventoryDevice> covered(Entry entry, String name) {
        String query = entry.required("devices");
        if (query.isEmpty()) {
            return List.of();
        }
        try {
            Predicate<InventoryDevice> wanted = DeviceQuery.parse(query, devices::containsKey);
            List<InventoryDevice> covered =
                    devices.values().stream().filter(wanted).toList();
            if (covered.isEmpty()) {
                entry.fault("devices", "the window " + name + " covers no device: nothing matches " + query);
            }
            return covered;
        } catch (BadQueryException e) {
            entry.fault("devices", "devices is no query: " + e.getMessage());
            return List.of();
        }
    }
}
