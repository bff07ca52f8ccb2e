package dev.baton.delegates.hardware.host;

import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arrays of Linux' own RAID, as {@code /proc/mdstat} tells them. */
public final class MdArrays {

    private static final Pattern ARRAY =
            Pattern.compile("(?m)^(md\\S+) : (\\S+)((?: \\([^)]*\\))?)(.*)((?:\\n[ \\t]+\\S.*+)*+)");
    private static final Pattern MEMBER = Pattern.compile("([\\w!-]+)\\[\\d+](\\(([A-Z])\\))?");
    private static final Pattern DISKS = Pattern.compile("\\[(\\d+)/(\\d+)] \\[([U_]+)]");
    private static final Pattern ACTION =
            Pattern.compile("(recovery|resync|reshape|check|repair)\\s*=\\s*(?:([\\d.]+%)|(\\w+))");
    private static final Set<String> WITHOUT_REDUNDANCY = Set.of("raid0", "linear");

    private MdArrays() {}

    /** Whether a text is that file. */
    public static boolean isMdStat(String text) {
        return text.lines().anyMatch(line -> line.startsWith("Personalities :"));
    }

    /** The arrays, and those of their members that have failed. */
    public static List<Part> parts(String mdStat, String source) {
        List<Part> parts = new ArrayList<>();
        for (MatchResult array : ARRAY.matcher(mdStat).results().toList()) {
            parts.add(array(array, source));
            for (MatchResult member : MEMBER.matcher(array.group(4)).results().toList()) {
                if ("F".equals(member.group(3))) {
                    parts.add(new Part(
                            Component.DRIVE,
                            member.group(1) + " of " + array.group(1),
                            State.FAILED,
                            List.of("/proc/mdstat marks " + member.group() + " as faulty"),
                            source));
                }
            }
        }
        return parts;
    }

    private static Part array(MatchResult array, String source) {
        List<String> seen = new ArrayList<>(List.of(array.group(1) + " is " + array.group(2) + array.group(4)));
        Matcher disks = DISKS.matcher(array.group(5));
        Matcher action = ACTION.matcher(array.group(5));
        String level = array.group(4).strip().split(" ", 2)[0];
        State state = array.group(2).equals("active") && !array.group(4).contains("broken") ? State.OK : State.FAILED;
        if (disks.find()) {
            seen.add(disks.group());
            boolean incomplete = Integer.parseInt(disks.group(2)) < Integer.parseInt(disks.group(1))
                    || disks.group(3).contains("_");
            state = state.worse(incomplete ? State.DEGRADED : State.OK);
        } else if (state == State.OK && !WITHOUT_REDUNDANCY.contains(level)) {
            state = State.UNKNOWN;
            seen.add("nothing is said of its members");
        }
        boolean rebuilding = false;
        if (action.find()) {
            seen.add(action.group());
            rebuilding = Set.of("recovery", "resync", "reshape").contains(action.group(1))
                    && !"PENDING".equals(action.group(3));
        }
        return new Part(
                Component.ARRAY,
                array.group(1),
                rebuilding ? state.worse(State.REBUILDING) : state,
                rebuilding,
                "",
                level,
                seen,
                source);
    }

    /** Serial numbers for members that are named after a device. @param drives by kernel name, such as sda */
    static Part named(Part member, Map<String, Part> drives) {
        String device = member.place().split(" ", 2)[0];
        return drives.entrySet().stream()
                .filter(drive -> device.matches(Pattern.quote(drive.getKey()) + "(p?\\d+)?"))
                .findFirst()
                .map(drive -> member.withSerial(
                        drive.getValue().serial(), drive.getValue().model()))
                .orElse(member);
    }
}
