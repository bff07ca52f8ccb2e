package dev.baton.delegates.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A configuration as lines below lines: the indentation tells which line belongs to which section.
 *
 * @param paths each line with the lines that it stands below, in the order of the text
 */
record ConfigTree(Set<List<String>> paths) {

    private static final String NO = "no ";

    static ConfigTree of(String text) {
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
        return new ConfigTree(Collections.unmodifiableSet(paths));
    }

    /** Comments, and what only leaves a section. */
    private static boolean counts(String line) {
        String text = line.strip();
        return !text.isEmpty()
                && !text.startsWith("!")
                && !text.equals("exit")
                && !text.startsWith("exit-")
                && !text.equals("end");
    }

    static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    static List<String> above(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    /** The line that takes this one back. */
    static List<String> inverse(List<String> path) {
        String line = last(path);
        List<String> inverse = new ArrayList<>(above(path));
        inverse.add(line.startsWith(NO) ? line.substring(NO.length()) : NO + line);
        return List.copyOf(inverse);
    }

    /** Which of these lines a configuration does not show; a line with no in front, where it shows what that denies. */
    List<List<String>> missingIn(ConfigTree shown) {
        return paths.stream().filter(path -> !shown.satisfies(path)).toList();
    }

    private boolean satisfies(List<String> path) {
        return paths.contains(path)
                || (last(path).startsWith(NO) && denied(path).isEmpty());
    }

    private List<List<String>> denied(List<String> path) {
        String gone = last(path).substring(NO.length());
        return paths.stream()
                .filter(shown -> above(shown).equals(above(path)))
                .filter(shown -> last(shown).equals(gone) || last(shown).startsWith(gone + " "))
                .toList();
    }

    /** What it would become, as far as lines tell that: a line that replaces another one is not known to. */
    ConfigTree with(ConfigTree lines) {
        Set<List<String>> changed = new LinkedHashSet<>(paths);
        for (List<String> path : lines.paths()) {
            if (!last(path).startsWith(NO)) {
                changed.add(path);
            } else if (!paths.contains(path)) {
                List<List<String>> denied = denied(path);
                changed.removeIf(shown -> denied.stream()
                        .anyMatch(gone -> shown.size() >= gone.size()
                                && shown.subList(0, gone.size()).equals(gone)));
            }
        }
        return new ConfigTree(Collections.unmodifiableSet(changed));
    }
}
