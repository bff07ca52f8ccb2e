package dev.baton.delegates.logs.drive;

import dev.baton.action.Command;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import dev.baton.delegates.logs.pattern.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drives of a host, by what lsblk, sysfs and udev tell of them. */
public final class Drives {

    private static final Command LIST = Command.exec(Shell.POSIX.line("lsblk", "-dnP", "-o", "NAME,SERIAL,MODEL,HCTL"));
    private static final Command PORTS = Command.exec("ls -l /sys/block");
    private static final Command BAYS = Command.exec("ls -d /sys/class/enclosure/*/*/device/block/*");
    private static final Command LINKS = Command.exec("ls -l /dev/disk/by-id /dev/disk/by-path");

    private static final Pattern FIELD = Pattern.compile("([A-Z]+)=\"([^\"]*)\"");
    private static final Pattern PORT = Pattern.compile("/(ata\\d+)/.*/([^/\\s]+)$", Pattern.MULTILINE);
    private static final Pattern BAY =
            Pattern.compile("^/sys/class/enclosure/([^/]+)/([^/]+)/device/block/(\\S+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("(\\S+) -> (?:\\.\\./)*(\\S+)$", Pattern.MULTILINE);
    private static final Pattern BY_ID_SERIAL = Pattern.compile("(?:ata|scsi|nvme|usb)-\\S*_([^_\\s]+)");

    private final List<Drive> drives;
    private final Map<String, String> links;

    private Drives(List<Drive> drives, Map<String, String> links) {
        this.drives = List.copyOf(drives);
        this.links = Map.copyOf(links);
    }

    /** Of a host that nobody can ask. */
    public static Drives unknown() {
        return new Drives(List.of(), Map.of());
    }

    public static List<Command> commands() {
        return List.of(LIST, PORTS, BAYS, LINKS);
    }

    /** A host without lsblk, enclosures or udev tells less. */
    public static Drives read(Session session) {
        Map<String, String> ports = new LinkedHashMap<>();
        matches(PORT, session.send(PORTS).output()).forEach(line -> ports.put(line.group(2), line.group(1)));
        Map<String, String> bays = new LinkedHashMap<>();
        matches(BAY, session.send(BAYS).output())
                .forEach(line -> bays.put(line.group(3), "enclosure " + line.group(1) + ", " + bay(line.group(2))));
        Map<String, String> links = new LinkedHashMap<>();
        matches(LINK, session.send(LINKS).output()).forEach(line -> links.put(line.group(1), line.group(2)));
        List<Drive> drives = new ArrayList<>();
        for (String line : session.send(LIST).output().lines().toList()) {
            Map<String, String> fields = new LinkedHashMap<>();
            matches(FIELD, line)
                    .forEach(field -> fields.put(field.group(1), field.group(2).strip()));
            String name = fields.getOrDefault("NAME", "");
            if (!name.isEmpty()) {
                String serial = fields.getOrDefault("SERIAL", "");
                drives.add(new Drive(
                        name,
                        serial.isEmpty() ? serialByLink(name, links) : serial,
                        fields.getOrDefault("MODEL", ""),
                        fields.getOrDefault("HCTL", ""),
                        ports.getOrDefault(name, ""),
                        bays.getOrDefault(name, "")));
            }
        }
        return new Drives(drives, links);
    }

    /** Which of them a line means; empty when it is not there now, or the line does not tell. */
    public Optional<Drive> at(Place place) {
        return switch (place.type()) {
            case NAME -> named(place.value());
            case HCTL -> first(drive -> drive.hctl().equals(place.value()));
            case ATA_PORT -> first(drive -> drive.ataPort().equals(place.value()));
            case BAY, OTHER -> first(drive -> drive.bay().equals(place.value()));
        };
    }

    /** Whether another drive sits where this one was. */
    public boolean replaced(String serial, String bay, String hctl) {
        boolean here = drives.stream().anyMatch(drive -> drive.serial().equals(serial));
        return !serial.isEmpty()
                && !here
                && drives.stream()
                        .filter(drive -> !drive.serial().isEmpty())
                        .anyMatch(drive -> bay.isEmpty()
                                ? !hctl.isEmpty() && drive.hctl().equals(hctl)
                                : drive.bay().equals(bay));
    }

    public List<Drive> all() {
        return drives;
    }

    private Optional<Drive> named(String name) {
        Optional<Drive> drive = first(one -> one.name().equals(name) || isController(name, one.name()));
        if (drive.isPresent() || !links.containsKey(name)) {
            return drive;
        }
        String target = Place.named(links.getOrDefault(name, name)).value();
        return first(one -> one.name().equals(target));
    }

    /** {@code nvme0} leads to {@code nvme0n1}. */
    private static boolean isController(String name, String drive) {
        return name.matches("nvme\\d+") && drive.startsWith(name + "n");
    }

    private Optional<Drive> first(Predicate<Drive> wanted) {
        return drives.stream().filter(wanted).findFirst();
    }

    private static String serialByLink(String name, Map<String, String> links) {
        return links.entrySet().stream()
                .filter(link -> link.getValue().equals(name))
                .map(link -> BY_ID_SERIAL.matcher(link.getKey()))
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst()
                .orElse("");
    }

    private static String bay(String name) {
        return "bay " + name.replaceFirst("(?i)^(?:slot|bay|disk|arraydevice)[ _]*0*(?=\\d)", "");
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
