package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that read files and turn text into text. */
final class TextPrograms {

    private static final Pattern AWK = Pattern.compile("\\s*(?:/(.*)/)?\\s*\\{\\s*print\\s+\\$(\\d+)\\s*}\\s*");

    private final Files files;

    private TextPrograms(Files files) {
        this.files = files;
    }

    static Map<String, Program> all(Files files) {
        TextPrograms programs = new TextPrograms(files);
        return Map.ofEntries(
                Map.entry("cat", programs::cat),
                Map.entry("cut", programs::cut),
                Map.entry("readlink", programs::readlink),
                Map.entry("test", programs::test),
                Map.entry("[", (arguments, input) -> programs.test(arguments.subList(0, arguments.size() - 1), input)),
                Map.entry("grep", programs::grep),
                Map.entry("awk", TextPrograms::awk),
                Map.entry("head", (arguments, input) -> programs.part(arguments, input, true)),
                Map.entry("tail", (arguments, input) -> programs.part(arguments, input, false)),
                // Nothing that this host prints has other characters than those that are kept.
                Map.entry("tr", (arguments, input) -> Reply.ok(input)),
                Map.entry(
                        "sort",
                        (arguments, input) -> Reply.ok(lines(input.lines().sorted()))));
    }

    private Reply cat(List<String> paths, String input) {
        if (paths.isEmpty()) {
            return Reply.ok(input);
        }
        StringBuilder output = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        for (String path : paths) {
            files.read(path)
                    .ifPresentOrElse(
                            output::append,
                            () -> errors.append("cat: ")
                                    .append(path)
                                    .append(
                                            files.isFolder(path)
                                                    ? ": Is a directory\n"
                                                    : ": No such file or directory\n"));
        }
        return new Reply(errors.isEmpty() ? 0 : 1, output.toString(), errors.toString());
    }

    private Reply readlink(List<String> arguments, String input) {
        return files.link(arguments.get(arguments.size() - 1))
                .map(target -> Reply.ok(target + "\n"))
                .orElseGet(() -> Reply.failed(1, ""));
    }

    private Reply test(List<String> words, String input) {
        if (!words.isEmpty() && words.get(0).equals("!")) {
            return Reply.failed(test(words.subList(1, words.size()), input).status() == 0 ? 1 : 0, "");
        }
        return Reply.failed(holds(words) ? 0 : 1, "");
    }

    private boolean holds(List<String> words) {
        if (words.size() == 3) {
            boolean equal = words.get(0).equals(words.get(2));
            return words.get(1).equals("!=") != equal;
        }
        if (words.size() != 2) {
            return words.size() == 1 && !words.get(0).isEmpty();
        }
        String word = words.get(1);
        return switch (words.get(0)) {
            case "-e", "-r", "-s" -> files.exists(word);
            case "-f" -> files.exists(word) && !files.isFolder(word);
            case "-d" -> files.isFolder(word);
            case "-L", "-h" -> files.link(word).isPresent();
            case "-n" -> !word.isEmpty();
            case "-z" -> word.isEmpty();
            default -> false;
        };
    }

    private Reply grep(List<String> arguments, String input) {
        String options = arguments.stream().filter(word -> word.startsWith("-")).collect(Collectors.joining());
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        if (words.isEmpty()) {
            return Reply.failed(2, "Usage: grep [OPTION]... PATTERNS [FILE]...\n");
        }
        String text = words.size() == 1
                ? input
                : cat(words.subList(1, words.size()), input).output();
        Predicate<String> match;
        try {
            match = Pattern.compile(words.get(0), options.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                    .asPredicate();
        } catch (PatternSyntaxException e) {
            return Reply.failed(2, "grep: " + e.getDescription() + "\n");
        }
        List<String> found = text.lines()
                .filter(options.contains("v") ? match.negate() : match)
                .toList();
        String output = options.contains("c") ? found.size() + "\n" : lines(found.stream());
        return new Reply(found.isEmpty() ? 1 : 0, options.contains("q") ? "" : output, "");
    }

    private static Reply awk(List<String> arguments, String input) {
        Matcher program = AWK.matcher(arguments.isEmpty() ? "" : arguments.get(0));
        if (!program.matches()) {
            return Reply.failed(2, "awk: this host understands /pattern/ { print $1 } only\n");
        }
        Predicate<String> match = program.group(1) == null
                ? line -> true
                : Pattern.compile(program.group(1)).asPredicate();
        int field = Integer.parseInt(program.group(2));
        return Reply.ok(lines(input.lines().filter(match).map(line -> field(line, field))));
    }

    private Reply cut(List<String> arguments, String input) {
        String delimiter = " ";
        List<Integer> fields = List.of(1);
        List<String> paths = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            switch (arguments.get(index)) {
                case "-d" -> delimiter = arguments.get(++index);
                case "-f" ->
                    fields = Stream.of(arguments.get(++index).split(","))
                            .map(Integer::valueOf)
                            .toList();
                default -> paths.add(arguments.get(index));
            }
        }
        String between = delimiter;
        List<Integer> wanted = fields;
        String text = paths.isEmpty() ? input : cat(paths, input).output();
        return Reply.ok(lines(text.lines().map(line -> {
            String[] pieces = line.split(Pattern.quote(between), -1);
            return wanted.stream()
                    .filter(field -> field <= pieces.length)
                    .map(field -> pieces[field - 1])
                    .collect(Collectors.joining(between));
        })));
    }

    private static String field(String line, int number) {
        String[] fields = line.strip().split("\\s+");
        return number == 0 ? line : number <= fields.length ? fields[number - 1] : "";
    }

    private Reply part(List<String> arguments, String input, boolean first) {
        int count = arguments.stream()
                .map(word -> word.replaceFirst("^-n?", ""))
                .filter(word -> word.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(10);
        List<String> all = input.lines().toList();
        int size = Math.min(count, all.size());
        return Reply.ok(lines((first ? all.subList(0, size) : all.subList(all.size() - size, all.size())).stream()));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
