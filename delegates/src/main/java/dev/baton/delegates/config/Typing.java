package dev.baton.delegates.config;

import dev.baton.action.ConfigStyle;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Turns lines of sections into what is typed in configuration mode: into a section, out of it, and nothing else. */
final class Typing {

    /** Words that leave configuration mode or act beside it; a CLI takes a beginning of them for the whole. */
    private static final List<String> NOT_CONFIGURATION = List.of(
            "end",
            "exit",
            "quit",
            "return",
            "abort",
            "commit",
            "rollback",
            "do",
            "run",
            "configure",
            "reload",
            "write",
            "copy",
            "erase",
            "format",
            "clear",
            "save",
            "reboot",
            "reset",
            "configuration");

    private final Shell shell;
    private final ConfigStyle style;

    Typing(Shell shell, ConfigStyle style) {
        this.shell = shell;
        this.style = style;
    }

    /**
     * What is typed for these lines, in their order.
     *
     * @throws dev.baton.action.ActionProblem {@code BAD_INPUT} for a line that is no configuration
     */
    List<String> typed(Collection<List<String>> paths) {
        List<String> typed = new ArrayList<>();
        List<String> mode = List.of();
        List<String> before = List.of();
        for (List<String> path : paths) {
            List<String> above = ConfigTree.above(path);
            mode = begins(above, before) ? before : mode;
            int common = common(mode, above);
            for (int depth = mode.size(); depth > common; depth--) {
                typed.add(style.leave());
            }
            above.subList(common, above.size()).forEach(line -> typed.add(safe(line)));
            typed.add(safe(ConfigTree.last(path)));
            mode = above;
            before = path;
        }
        return typed;
    }

    private String safe(String line) {
        List<String> words = List.of(line.split(" "));
        String first = words.get(0).toLowerCase(Locale.ROOT);
        if (!style.writes(line) || NOT_CONFIGURATION.stream().anyMatch(word -> word.startsWith(first))) {
            throw Problem.BAD_INPUT.because("\"" + line + "\" is no line of a configuration"
                    + (style == ConfigStyle.SET ? ", which begins with set or delete" : ""));
        }
        return shell.line(words);
    }

    private static boolean begins(List<String> path, List<String> beginning) {
        return common(path, beginning) == beginning.size();
    }

    private static int common(List<String> one, List<String> other) {
        int common = 0;
        while (common < Math.min(one.size(), other.size()) && one.get(common).equals(other.get(common))) {
            common++;
        }
        return common;
    }
}
