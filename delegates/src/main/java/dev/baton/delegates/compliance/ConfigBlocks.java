package dev.baton.delegates.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A configuration as lines, of which some stand deeper than the one before them. */
record ConfigBlocks(List<String> raw) {

    static ConfigBlocks of(String configuration) {
        return new ConfigBlocks(
                configuration.lines().filter(line -> !line.isBlank()).toList());
    }

    /** All lines without the blanks in front. */
    List<String> lines() {
        return raw.stream().map(String::strip).toList();
    }

    /** The blocks whose first line has the pattern. */
    List<Block> blocks(Pattern header) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < raw.size(); at++) {
            if (header.matcher(raw.get(at).strip()).find()) {
                int end = at + 1;
                while (end < raw.size() && depth(raw.get(end)) > depth(raw.get(at))) {
                    end++;
                }
                List<String> lines =
                        raw.subList(at + 1, end).stream().map(String::strip).toList();
                blocks.add(new Block(raw.get(at).strip(), lines));
            }
        }
        return blocks;
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** A first line and those that stand deeper below it. */
    record Block(String header, List<String> lines) {}
}
