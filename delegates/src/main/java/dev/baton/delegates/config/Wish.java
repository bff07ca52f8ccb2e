package dev.baton.delegates.config;

import dev.baton.action.ConfigStyle;
import dev.baton.action.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an author wants of a configuration.
 *
 * @param lines what is configured
 * @param expected what the device shows afterwards
 * @param backOut what takes the lines back; empty to take back one by one those that were not there
 */
record Wish(ConfigTree lines, ConfigTree expected, ConfigTree backOut) {

    static Wish of(ApplyConfigInputs inputs, ConfigStyle style) {
        Template template = new Template(inputs.values());
        ConfigTree lines = ConfigTree.of(template.fill(inputs.lines()), style);
        String expected = inputs.expected();
        String backOut = inputs.backOut();
        Wish wish = new Wish(
                lines,
                expected == null ? lines : ConfigTree.of(template.fill(expected), style),
                ConfigTree.of(backOut == null ? "" : template.fill(backOut), style));
        template.requireAllUsed();
        if (lines.paths().isEmpty()) {
            throw Problem.BAD_INPUT.because("the input lines has comments only");
        }
        return wish;
    }

    /** What takes back whatever was not there before; a section that was not goes as a whole. */
    List<List<String>> wayBack(ConfigTree before) {
        if (!backOut.paths().isEmpty()) {
            return List.copyOf(backOut.paths());
        }
        List<List<String>> missing = lines.missingIn(before);
        return reversed(missing.stream()
                .filter(path -> !missing.contains(ConfigTree.above(path)))
                .map(lines::inverse)
                .toList());
    }

    /** What could be needed on the way back, whatever was there before. */
    List<List<String>> everyWayBack() {
        return backOut.paths().isEmpty()
                ? reversed(lines.paths().stream().map(lines::inverse).toList())
                : List.copyOf(backOut.paths());
    }

    private static List<List<String>> reversed(List<List<String>> paths) {
        List<List<String>> reversed = new ArrayList<>(paths);
        Collections.reverse(reversed);
        return reversed;
    }
}
