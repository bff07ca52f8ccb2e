package dev.baton.delegates.logs.source;

import dev.baton.action.Device;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The devices whose lines a log host has: its tags {@code logs-of-NAME} name them.
 *
 * @param devices by the name in small letters, which is that of their folders and in their lines
 */
public record LoggedHosts(SortedMap<String, String> devices) {

    private static final String TAG = "logs-of-";
    private static final String HOST = "{host}";
    private static final Pattern HEADER =
            Pattern.compile("^(?:<\\d{1,3}>)?(?:\\d )?(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
                    + "|\\d{4}-\\d\\d-\\d\\dT\\S{8,25}) (\\S{1,253}) ");

    public static LoggedHosts of(Device device) {
        SortedMap<String, String> devices = new TreeMap<>();
        device.tags().stream()
                .filter(tag -> tag.startsWith(TAG) && tag.length() > TAG.length())
                .map(tag -> tag.substring(TAG.length()))
                .forEach(name -> devices.put(name.toLowerCase(Locale.ROOT), name));
        return new LoggedHosts(devices);
    }

    /** Whose file each path is, by path: those that name no host hold lines of several. */
    public SortedMap<String, String> owners(List<String> files) {
        SortedMap<String, String> owners = new TreeMap<>();
        for (String file : files) {
            if (!devices.isEmpty() && !file.contains(HOST)) {
                owners.put(file, "");
            }
            devices.values().stream()
                    .filter(name -> file.contains(HOST))
                    .forEach(name -> owners.put(file.replace(HOST, name), name));
        }
        return owners;
    }

    /** Whose line it is, by the folder or the name in it, whole or without its domain; empty for nobody's that is known. */
    public Optional<String> device(LogLine line) {
        if (devices.isEmpty()) {
            return Optional.empty();
        }
        String host = line.host();
        if (host.isEmpty()) {
            Matcher header = HEADER.matcher(line.text());
            host = header.find() ? header.group(1) : "";
        }
        String name = host.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(devices.getOrDefault(name, devices.get(name.split("\\.", 2)[0])));
    }
}
