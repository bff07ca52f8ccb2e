package dev.baton.delegates.logs.drive;

import dev.baton.action.Command;
import dev.baton.delegates.logs.pattern.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /proc/mdstat} says of drives and arrays.
 *
 * @param members by drive, the array
 * @param faulty drives that an array gave up
 * @param degraded arrays that lack a member
 */
public record Arrays(Map<String, String> members, Set<String> faulty, Set<String> degraded) {

    public static final Command READ = Command.exec("cat /proc/mdstat");

    private static final Pattern ARRAY = Pattern.compile("^(md\\w+) : ");
    private static final Pattern MEMBER = Pattern.compile("\\b([a-z][\\w-]*)\\[\\d+](\\([A-Z]\\))?");
    private static final Pattern COUNT = Pattern.compile("\\[(\\d+)/(\\d+)]");

    public Arrays {
        members = Map.copyOf(members);
        faulty = Set.copyOf(faulty);
        degraded = Set.copyOf(degraded);
    }

    public static Arrays of(String mdstat) {
        Map<String, String> members = new HashMap<>();
        Set<String> faulty = new HashSet<>();
        Set<String> degraded = new HashSet<>();
        String array = "";
        for (String line : mdstat.lines().toList()) {
            Matcher head = ARRAY.matcher(line);
            if (head.find()) {
                array = head.group(1);
                Matcher member = MEMBER.matcher(line);
                while (member.find()) {
                    String drive = Place.named(member.group(1)).value();
                    members.put(drive, array);
                    if ("(F)".equals(member.group(2))) {
                        faulty.add(drive);
                    }
                }
            }
            Matcher count = COUNT.matcher(line);
            if (count.find() && !count.group(1).equals(count.group(2))) {
                degraded.add(array);
            }
        }
        return new Arrays(members, faulty, degraded);
    }

    /** {@code faulty}, {@code degraded}, {@code in-sync}, or {@code none} for what is no part of an array. */
    public String stateOf(String name) {
        String array = members.getOrDefault(name, name);
        if (faulty.contains(name)) {
            return "faulty";
        }
        if (degraded.contains(array)) {
            return "degraded";
        }
        return members.containsKey(name) || members.containsValue(name) ? "in-sync" : "none";
    }
}
