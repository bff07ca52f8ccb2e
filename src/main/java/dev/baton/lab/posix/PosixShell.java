package dev.baton.lab.posix;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Syntax.Branch;
import dev.baton.lab.posix.Syntax.Case;
import dev.baton.lab.posix.Syntax.Choice;
import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.For;
import dev.baton.lab.posix.Syntax.Group;
import dev.baton.lab.posix.Syntax.If;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Simple;
import dev.baton.lab.posix.Syntax.Step;
import dev.baton.lab.posix.Syntax.Text;
import dev.baton.lab.posix.Syntax.While;
import dev.baton.lab.posix.Syntax.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs command lines with the programs of one host; every line in a shell of its own. */
public final class PosixShell {

    private static final int BAD_SYNTAX = 2;
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

    private final Function<String, @Nullable Program> programs;
    private final Map<String, String> variables = new HashMap<>(Map.of("?", "0", "HOME", "/root", "USER", "root"));
    private final Map<String, Command> functions = new HashMap<>();
    private final Expansion expansion = new Expansion(variables, this::substitute);
    private int substituted;
    private boolean ended;

    private PosixShell(Function<String, @Nullable Program> programs) {
        this.programs = programs;
    }

    /** A shell that knows what this one knows, and changes or ends only itself. */
    private PosixShell apart() {
        PosixShell shell = new PosixShell(programs);
        shell.variables.putAll(variables);
        shell.functions.putAll(functions);
        return shell;
    }

    /**
     * Runs a line.
     *
     * @param programs the program of a name, or null
     */
    public static Reply run(String line, Function<String, @Nullable Program> programs) {
        try {
            return new PosixShell(programs).run(ScriptParser.parse(line), "");
        } catch (SyntaxException e) {
            return Reply.failed(BAD_SYNTAX, "bash: -c: line 1: " + e.getMessage() + "\n");
        }
    }

    private Reply run(Script script, String input) {
        StringBuilder output = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        int status = 0;
        for (Step step : script.steps()) {
            if (!ended && step.condition().allows(status)) {
                Reply reply = run(step.pipeline(), input);
                output.append(reply.output());
                errors.append(reply.errors());
                status = reply.status();
                variables.put("?", String.valueOf(status));
            }
        }
        return new Reply(status, output.toString(), errors.toString());
    }

    private Reply run(List<Command> pipeline, String input) {
        Reply last = Reply.ok(input);
        StringBuilder errors = new StringBuilder();
        for (Command command : pipeline) {
            last = (pipeline.size() == 1 ? this : apart()).redirected(command, last.output());
            errors.append(last.errors());
        }
        return new Reply(last.status(), last.output(), errors.toString());
    }

    private Reply redirected(Command command, String input) {
        Reply reply = run(command, Redirects.input(input, command.redirects()));
        return Redirects.outputs(reply, command.redirects());
    }

    private Reply run(Command command, String input) {
        if (command instanceof Simple simple) {
            return run(simple, input);
        }
        if (command instanceof Group group) {
            return (group.apart() ? apart() : this).run(group.script(), input);
        }
        if (command instanceof If branches) {
            return choose(branches, input);
        }
        if (command instanceof Case choices) {
            return choose(choices, input);
        }
        if (command instanceof For loop) {
            return repeat(loop, input);
        }
        if (command instanceof While loop) {
            return repeat(loop, input);
        }
        Syntax.Function function = (Syntax.Function) command;
        functions.put(function.name(), function.body());
        return Reply.ok("");
    }

    private Reply choose(If branches, String input) {
        for (Branch branch : branches.branches()) {
            Reply condition = run(branch.condition(), input);
            if (ended) {
                return condition;
            }
            if (condition.status() == 0) {
                return run(branch.body(), input);
            }
        }
        return run(branches.otherwise(), input);
    }

    private Reply choose(Case choices, String input) {
        String subject = expansion.joined(choices.subject());
        for (Choice choice : choices.choices()) {
            if (choice.patterns().stream()
                    .anyMatch(pattern -> expansion.glob(pattern).matches(subject))) {
                return run(choice.body(), input);
            }
        }
        return Reply.ok("");
    }

    private Reply repeat(For loop, String input) {
        List<Map<String, String>> rounds = expansion.fields(loop.words()).stream()
                .map(word -> Map.of(loop.variable(), word))
                .toList();
        return repeat(rounds, loop.body(), input);
    }

    /** A last line that does not end is none, as for {@code read}. */
    private Reply repeat(While loop, String input) {
        List<Map<String, String>> rounds = input.substring(0, input.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> fields(line, loop.variables()))
                .toList();
        return repeat(rounds, loop.body(), "");
    }

    /** The last variable takes what is left of the line. */
    private static Map<String, String> fields(String line, List<String> variables) {
        String[] fields = line.strip().split("[ \\t]+", variables.size());
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index < variables.size(); index++) {
            values.put(variables.get(index), index < fields.length ? fields[index] : "");
        }
        return values;
    }

    /** @param rounds the variables of each */
    private Reply repeat(List<Map<String, String>> rounds, Script body, String input) {
        StringBuilder output = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        int status = 0;
        for (Map<String, String> round : rounds) {
            if (ended) {
                break;
            }
            variables.putAll(round);
            Reply reply = run(body, input);
            output.append(reply.output());
            errors.append(reply.errors());
            status = reply.status();
        }
        return new Reply(status, output.toString(), errors.toString());
    }

    private Reply call(Command function, List<String> arguments, String input) {
        for (int index = 0; index < arguments.size(); index++) {
            variables.put(String.valueOf(index + 1), arguments.get(index));
        }
        return redirected(function, input);
    }

    private Reply run(Simple simple, String input) {
        substituted = 0;
        int first = 0;
        while (first < simple.words().size() && isAssignment(simple.words().get(first))) {
            String[] assignment = expansion.joined(simple.words().get(first)).split("=", 2);
            variables.put(assignment[0], assignment[1]);
            first++;
        }
        List<String> words =
                expansion.fields(simple.words().subList(first, simple.words().size()));
        return words.isEmpty() ? Reply.failed(substituted, "") : call(words, input);
    }

    private static boolean isAssignment(Word word) {
        return word.parts().get(0) instanceof Text text
                && !text.quoted()
                && ASSIGNMENT.matcher(text.text()).matches();
    }

    private Reply call(List<String> words, String input) {
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        Command function = functions.get(name);
        if (function != null) {
            return call(function, arguments, input);
        }
        Program program = programs.apply(name);
        if (program == null) {
            return Reply.failed(
                    Reply.NOT_FOUND,
                    "bash: line 1: " + name
                            + (name.contains("/") ? ": No such file or directory\n" : ": command not found\n"));
        }
        ended = name.equals("exit");
        return program.run(arguments, input);
    }

    private String substitute(Script script) {
        Reply reply = apart().run(script, "");
        substituted = reply.status();
        return reply.output().replaceAll("\n+$", "");
    }
}
