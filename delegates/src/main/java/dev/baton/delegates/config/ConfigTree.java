package dev.baton.delegates.config;

import dev.baton.action.ConfigStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A configuration as lines below lines: the indentation tells which line belongs to which section, where there are any.
 *
 * @param paths each line with the lines that it stands below, in the order of the text
 */
record ConfigTree(ConfigStyle style, Set<List<String>> paths) {

    private static final Pattern QUOTED_WORD = Pattern.compile("(['\"])([^'\"\\s]+)\\1");
    private static final Set<String> LEAVING = Set.of("exit", "quit", "end", "return", "root");

    static ConfigTree of(String text, ConfigStyle style) {
        return style == ConfigStyle.SET ? ofWholePaths(text) : ofSections(text, style);
    }

    /** A device quotes words that need no quotes. */
    private static ConfigTree ofWholePaths(String text) {
        Set<List<String>> paths = new LinkedHashSet<>();
        text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(ConfigTree::counts)
                .map(line -> List.of(QUOTED_WORD.matcher(line).replaceAll("$2")))
                .forEach(paths::add);
        return new ConfigTree(ConfigStyle.SET, Collections.unmodifiableSet(paths));
    }

    private static ConfigTree ofSections(String text, ConfigStyle style) {
        Set<List<String>> paths = new LinkedHashSet<>();
        Deque<Integer> indents = new ArrayDeque<>();
        List<String> above = new ArrayList<>();
        text.stripIndent().lines().filter(ConfigTree::counts).forEach(line -> {
            int indent = line.length() - line.stripLeading().length();
            while (!indents.isEmpty() && indents.peek() >= indent) {
                indents.pop();
                above.remove(above.size() - 1);
            }
            indents.push(indent);
            above.add(line.strip().replaceAll("\\s+", " "));
            paths.add(List.copyOf(above));
        });
        return new ConfigTree(style, Collections.unmodifiableSet(paths));
    }

    /** Comments, and what only leaves a section. */
    private static boolean counts(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && !text.startsWith("!")
                && !text.startsWith("#")
                && !LEAVING.contains(text)
                && !text.startsWith("exit-");
    }

    static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    static List<String> above(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    /** The line that takes this one back. */
    List<String> inverse(List<String> path) {
        List<String> inverse = new ArrayList<>(above(path));
        inverse.add(style.inverse(last(path)));
        return List.copyOf(inverse);
    }

    /** Which of these lines a configuration does not show; of those that take something away, where it shows that. */
    List<List<String>> missingIn(ConfigTree shown) {
        return paths.stream().filter(path -> !shown.satisfies(path)).toList();
    }

    private boolean satisfies(List<String> path) {
        if (style.denies(last(path))) {
            return paths.contains(path) || beginningWith(inverse(path)).isEmpty();
        }
        return paths.contains(path)
                || (style == ConfigStyle.SET && !beginningWith(path).isEmpty());
    }

    /** The lines in the same section that begin with the words of this one. */
    private List<List<String>> beginningWith(List<String> path) {
        String words = last(path);
        return paths.stream()
                .filter(shown -> above(shown).equals(above(path)))
                .filter(shown -> last(shown).equals(words) || last(shown).startsWith(words + " "))
                .toList();
    }

    /** What it would become, as far as lines tell that: a line that replaces another one is not known to. */
    ConfigTree with(ConfigTree lines) {
        Set<List<String>> changed = new LinkedHashSet<>(paths);
        for (List<String> path : lines.paths()) {
            if (!style.denies(last(path))) {
                changed.add(path);
            } else if (!paths.contains(path)) {
                List<List<String>> denied = beginningWith(inverse(path));
                changed.removeIf(shown -> denied.stream()
                        .anyMatch(gone -> shown.size() >= gone.size()
                                && shown.subList(0, gone.size()).equals(gone)));
            }
        }
        return new ConfigTree(style, Collections.unmodifiableSet(changed));
    }
}
