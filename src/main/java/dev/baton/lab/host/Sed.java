package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** The stream editor, as far as it prints the lines in which it replaced something. */
final class Sed implements Program {

    private static final Pattern SCRIPT = Pattern.compile("s/((?:[^/\\\\]|\\\\.)*)/((?:[^/&\\\\]|\\\\\\d)*)/p");

    /** What a backslash makes special in a basic expression, and what it makes plain in one of Java. */
    private static final String TURNED = "(){}|+?";

    private final Files files;

    Sed(Files files) {
        this.files = files;
    }

    @Override
    public Reply run(List<String> arguments, String input) {
        Matcher script = SCRIPT.matcher(arguments.size() < 2 ? "" : arguments.get(1));
        if (!script.matches() || !arguments.get(0).equals("-n") || arguments.size() > 3) {
            return Reply.failed(1, "sed: this host understands -n s/PATTERN/TEXT/p [FILE] only\n");
        }
        if (arguments.size() == 2) {
            return edited(script, input);
        }
        String path = arguments.get(2);
        return files.read(path)
                .map(text -> edited(script, text))
                .orElseGet(() -> Reply.failed(2, "sed: can't read " + path + ": No such file or directory\n"));
    }

    private static Reply edited(Matcher script, String text) {
        try {
            Pattern pattern = Pattern.compile(expression(script.group(1)));
            String replacement = script.group(2).replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
            return Reply.ok(text.lines()
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.replaceFirst(replacement) + "\n")
                    .collect(Collectors.joining()));
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            return Reply.failed(1, "sed: -e expression #1: invalid pattern or reference\n");
        }
    }

    private static String expression(String basic) {
        StringBuilder expression = new StringBuilder();
        for (int index = 0; index < basic.length(); index++) {
            char sign = basic.charAt(index);
            boolean escaped = sign == '\\' && index + 1 < basic.length();
            char meant = escaped ? basic.charAt(++index) : sign;
            boolean plain = escaped != TURNED.indexOf(meant) >= 0;
            expression.append(plain ? "\\" : "").append(meant);
        }
        return expression.toString();
    }
}
