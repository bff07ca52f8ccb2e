package dev.baton.lab.host;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.PosixShell;
import dev.baton.lab.posix.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs that call other programs, or only end with a status. */
final class CallPrograms {

    private final Map<String, Program> programs;

    /** @param programs all programs of the host, which may still grow */
    CallPrograms(Map<String, Program> programs) {
        this.programs = programs;
    }

    Map<String, Program> all() {
        return Map.ofEntries(
                Map.entry("env", (arguments, input) -> call(withoutSettings(arguments), input)),
                Map.entry("sudo", (arguments, input) -> call(withoutOptions(arguments), input)),
                Map.entry("nohup", this::call),
                Map.entry("exec", this::call),
                Map.entry("exit", (arguments, input) -> exit(arguments)),
                Map.entry("xargs", this::xargs),
                Map.entry("sh", this::shell),
                Map.entry("bash", this::shell),
                Map.entry("export", (arguments, input) -> Reply.ok("")),
                Map.entry("set", (arguments, input) -> Reply.ok("")),
                Map.entry("true", (arguments, input) -> Reply.ok("")),
                Map.entry(":", (arguments, input) -> Reply.ok("")),
                Map.entry("false", (arguments, input) -> Reply.failed(1, "")),
                Map.entry("echo", (arguments, input) -> Reply.ok(String.join(" ", arguments) + "\n")),
                Map.entry("printf", (arguments, input) -> printf(arguments)),
                Map.entry("command", (arguments, input) -> find(arguments)),
                Map.entry("which", (arguments, input) -> find(arguments)));
    }

    private Reply call(List<String> words, String input) {
        if (words.isEmpty()) {
            return Reply.ok("");
        }
        Program program = programs.get(words.get(0));
        return program == null
                ? Reply.failed(Reply.NOT_FOUND, "env: \u2018" + words.get(0) + "\u2019: No such file or directory\n")
                : program.run(words.subList(1, words.size()), input);
    }

    private static List<String> withoutSettings(List<String> arguments) {
        return arguments.stream()
                .dropWhile(word -> word.startsWith("-") || word.matches("[A-Za-z_]\\w*=.*"))
                .toList();
    }

    private static List<String> withoutOptions(List<String> arguments) {
        return arguments.stream().dropWhile(word -> word.startsWith("-")).toList();
    }

    private Reply xargs(List<String> arguments, String input) {
        List<String> items = input.isBlank() ? List.of() : List.of(input.strip().split("\\s+"));
        if (items.isEmpty() && arguments.contains("-r")) {
            return Reply.ok("");
        }
        List<String> words = new ArrayList<>(withoutOptions(arguments));
        words.addAll(items);
        Reply reply = call(words, "");
        // A program that fails ends xargs with 123, whatever it said itself.
        boolean failed = reply.status() > 0 && reply.status() <= 125;
        return failed ? new Reply(123, reply.output(), reply.errors()) : reply;
    }

    private static Reply exit(List<String> arguments) {
        String status = arguments.isEmpty() ? "0" : arguments.get(0);
        return status.matches("\\d{1,3}")
                ? Reply.failed(Integer.parseInt(status), "")
                : Reply.failed(2, "exit: Illegal number: " + status + "\n");
    }

    /** A script that goes by the name of a program is that program: this host does not run the script itself. */
    private Reply shell(List<String> arguments, String input) {
        int script = arguments.indexOf("-c") + 1;
        Program named = script > 0 && script + 1 < arguments.size() ? programs.get(arguments.get(script + 1)) : null;
        if (named != null) {
            return named.run(arguments.subList(script + 2, arguments.size()), input);
        }
        return script > 0 && script < arguments.size()
                ? PosixShell.run(arguments.get(script), programs::get)
                : PosixShell.run(input, programs::get);
    }

    private static Reply printf(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Reply.failed(2, "printf: usage: printf [-v var] format [arguments]\n");
        }
        String format = arguments.get(0).replace("\\n", "\n").replace("\\t", "\t");
        if (arguments.size() == 1) {
            return Reply.ok(format);
        }
        StringBuilder output = new StringBuilder();
        arguments.stream().skip(1).forEach(word -> output.append(format.replace("%s", word)));
        return Reply.ok(output.toString());
    }

    private Reply find(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1);
        return programs.containsKey(name) ? Reply.ok("/usr/bin/" + name + "\n") : Reply.failed(1, "");
    }
}
