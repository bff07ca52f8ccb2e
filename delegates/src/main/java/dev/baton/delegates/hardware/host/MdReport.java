package dev.baton.delegates.hardware.host;

import dev.baton.delegates.hardware.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The output of the arrays' command: {@code /proc/mdstat}, then what mdadm says of each array. */
final class MdReport {

    private static final Pattern SECTION = Pattern.compile("(?s)== (\\S+)\\n(.*?)== ended with (\\d+)");
    private static final Pattern REFUSED = Pattern.compile("(?m)^(sudo: .*|Sorry, user .*)$");

    private MdReport() {}

    /** What sudo said when it refused mdadm. */
    static Optional<String> refusal(String output) {
        return REFUSED.matcher(output).results().map(MatchResult::group).findFirst();
    }

    static List<Part> parts(String output) {
        List<Part> parts = new ArrayList<>(MdArrays.parts(output.split("(?m)^== ", 2)[0], HostSources.ARRAYS));
        SECTION.matcher(output)
                .results()
                .forEach(section -> MdDetail.parts(
                                section.group(2), section.group(3), section.group(1), HostSources.ARRAYS)
                        .forEach(detail -> add(parts, detail)));
        return parts;
    }

    private static void add(List<Part> parts, Part detail) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isSame(detail)) {
                parts.set(i, parts.get(i).with(detail));
                return;
            }
        }
        parts.add(detail);
    }
}
