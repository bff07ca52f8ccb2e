package dev.baton.delegates.config;

import java.util.ArrayList;
import java.util.List;

/** Shows how two configurations differ: lines with plus and minus below the sections that they stand in. */
final class ConfigDiff {

    private final StringBuilder text = new StringBuilder();
    private List<String> section = List.of();

    private ConfigDiff() {}

    /** @return empty when there is no difference but in the order */
    static String between(ConfigTree before, ConfigTree after) {
        ConfigDiff diff = new ConfigDiff();
        before.paths().stream().filter(path -> !after.paths().contains(path)).forEach(path -> diff.add('-', path));
        after.paths().stream().filter(path -> !before.paths().contains(path)).forEach(path -> diff.add('+', path));
        return diff.text.toString();
    }

    private void add(char sign, List<String> path) {
        List<String> above = ConfigTree.above(path);
        for (int depth = 0; depth < above.size(); depth++) {
            if (section.size() <= depth || !section.subList(0, depth + 1).equals(above.subList(0, depth + 1))) {
                line(' ', depth, above.get(depth));
            }
        }
        line(sign, above.size(), ConfigTree.last(path));
        section = new ArrayList<>(path);
    }

    private void line(char sign, int depth, String line) {
        text.append(sign).append(" ".repeat(depth)).append(line).append('\n');
    }
}
