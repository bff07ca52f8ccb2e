package dev.baton.delegates.hardware.host;

import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code mdadm --detail --test} says of one array, by its words and its exit status. */
public final class MdDetail {

    private static final Pattern DEVICE = Pattern.compile("(?m)^/dev/(\\S+):$");
    private static final Pattern STATE = Pattern.compile("(?m)^\\s*State : (.*?)\\s*$");
    private static final Pattern LEVEL = Pattern.compile("(?m)^\\s*Raid Level : (\\S+)");
    private static final Pattern FAULTY =
            Pattern.compile("(?m)^\\s+\\d+\\s+\\d+\\s+\\d+\\s+\\S+\\s+faulty.*?/dev/(\\S+)\\s*$");

    private MdDetail() {}

    /**
     * The array and its faulty members.
     *
     * @param result the exit status; without {@code --test} it is 0 for every array that can be asked
     * @param name what to call the array when the output does not tell
     */
    public static List<Part> parts(String output, String result, String name, String source) {
        Matcher device = DEVICE.matcher(output);
        String array = device.find() ? device.group(1).replaceFirst("^md/", "") : name;
        Matcher state = STATE.matcher(output);
        Matcher level = LEVEL.matcher(output);
        String words = state.find() ? state.group(1) : "";
        List<String> seen = new ArrayList<>();
        seen.add("mdadm ended with " + result);
        seen.add(words.isEmpty() ? firstLine(output) : "State : " + words);
        boolean rebuilding = words.contains("recovering") || words.contains("resyncing") || words.contains("reshaping");
        State combined = byResult(result).worse(byWords(words, rebuilding));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                Component.ARRAY, array, combined, rebuilding, "", level.find() ? level.group(1) : "", seen, source));
        for (MatchResult member : FAULTY.matcher(output).results().toList()) {
            parts.add(new Part(
                    Component.DRIVE,
                    member.group(1) + " of " + array,
                    State.FAILED,
                    List.of(member.group().strip()),
                    source));
        }
        return parts;
    }

    private static State byResult(String result) {
        return switch (result) {
            case "0" -> State.OK;
            case "1" -> State.DEGRADED;
            case "2" -> State.FAILED;
            default -> State.UNKNOWN;
        };
    }

    private static State byWords(String words, boolean rebuilding) {
        if (words.contains("FAILED") || words.contains("inactive") || words.contains("broken")) {
            return State.FAILED;
        }
        if (words.contains("degraded")) {
            return State.DEGRADED;
        }
        if (rebuilding) {
            return State.REBUILDING;
        }
        return words.isEmpty() || words.contains("Not Started") ? State.NONE : State.OK;
    }

    private static String firstLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).findFirst().orElse("it said nothing");
    }
}
