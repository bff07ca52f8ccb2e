package dev.baton.lab.posix;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Syntax.Branch;
import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.For;
import dev.baton.lab.posix.Syntax.Group;
import dev.baton.lab.posix.Syntax.If;
import dev.baton.lab.posix.Syntax.Part;
import dev.baton.lab.posix.Syntax.Redirect;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Simple;
import dev.baton.lab.posix.Syntax.Step;
import dev.baton.lab.posix.Syntax.Substitution;
import dev.baton.lab.posix.Syntax.Target;
import dev.baton.lab.posix.Syntax.Text;
import dev.baton.lab.posix.Syntax.Variable;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
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

    private PosixShell(Function<String, @Nullable Program> programs) {
        this.programs = programs;
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
            if (step.condition().allows(status)) {
                Reply reply = run(step.pipeline(), input);
                output.append(reply.output());
                errors.append(reply.errors());
                status = reply.status();
                variables.put("?", String.valueOf(status));
                if (isExit(step.pipeline())) {
                    break;
                }
            }
        }
        return new Reply(status, output.toString(), errors.toString());
    }

    /** Ends the list that it stands in. */
    private static boolean isExit(List<Command> pipeline) {
        return pipeline.get(pipeline.size() - 1) instanceof Simple simple
                && !simple.words().isEmpty()
                && simple.words().get(0).parts().equals(List.of(new Text("exit", false)));
    }

    private Reply run(List<Command> pipeline, String input) {
        Reply last = Reply.ok(input);
        StringBuilder errors = new StringBuilder();
        for (Command command : pipeline) {
            last = redirected(run(command, last.output()), command.redirects());
            errors.append(last.errors());
        }
        return new Reply(last.status(), last.output(), errors.toString());
    }

    private Reply run(Command command, String input) {
        if (command instanceof Simple simple) {
            return call(expanded(simple.words()), input);
        }
        if (command instanceof Group group) {
            return run(group.script(), input);
        }
        if (command instanceof If branches) {
            return choose(branches, input);
        }
        if (command instanceof For loop) {
            return repeat(loop, input);
        }
        Syntax.Function function = (Syntax.Function) command;
        functions.put(function.name(), function.body());
        return Reply.ok("");
    }

    private Reply choose(If branches, String input) {
        for (Branch branch : branches.branches()) {
            if (run(branch.condition(), input).status() == 0) {
                return run(branch.body(), input);
            }
        }
        return run(branches.otherwise(), input);
    }

    private Reply repeat(For loop, String input) {
        StringBuilder output = new StringBuilder();
        StringBuilder errors = new StringBuilder();
        int status = 0;
        for (String word : expanded(loop.words())) {
            variables.put(loop.variable(), word);
            Reply reply = run(loop.body(), input);
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
        return redirected(run(function, input), function.redirects());
    }

    private Reply call(List<String> words, String input) {
        int first = 0;
        while (first < words.size() && ASSIGNMENT.matcher(words.get(first)).matches()) {
            String[] assignment = words.get(first).split("=", 2);
            variables.put(assignment[0], assignment[1]);
            first++;
        }
        if (first == words.size()) {
            return Reply.ok("");
        }
        String name = words.get(first);
        Command function = functions.get(name);
        if (function != null) {
            return call(function, words.subList(first + 1, words.size()), input);
        }
        Program program = programs.apply(name);
        if (program == null) {
            return Reply.failed(
                    Reply.NOT_FOUND,
                    "bash: line 1: " + name
                            + (name.contains("/") ? ": No such file or directory\n" : ": command not found\n"));
        }
        return program.run(words.subList(first + 1, words.size()), input);
    }

    private static Reply redirected(Reply reply, List<Redirect> redirects) {
        String output = reply.output();
        String errors = reply.errors();
        // In their order: `2>&1 >/dev/null` keeps the errors, `>/dev/null 2>&1` nothing.
        Target outputGoes = Target.OUTPUT;
        Target errorsGo = Target.ERRORS;
        for (Redirect redirect : redirects) {
            Target target = switch (redirect.target()) {
                case NOWHERE -> Target.NOWHERE;
                case OUTPUT -> outputGoes;
                case ERRORS -> errorsGo;
            };
            if (redirect.from() == 1) {
                outputGoes = target;
            } else {
                errorsGo = target;
            }
        }
        return new Reply(
                reply.status(),
                (outputGoes == Target.OUTPUT ? output : "") + (errorsGo == Target.OUTPUT ? errors : ""),
                (errorsGo == Target.ERRORS ? errors : "") + (outputGoes == Target.ERRORS ? output : ""));
    }

    private List<String> expanded(List<Word> words) {
        return words.stream().flatMap(word -> expanded(word).stream()).toList();
    }

    /** An unquoted variable or substitution falls into several words, or none. */
    private List<String> expanded(Word word) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean exists = false;
        for (Part part : word.parts()) {
            String text = value(part);
            if (part.quoted() || part instanceof Text) {
                field.append(text);
                exists = true;
                continue;
            }
            String[] pieces = text.strip().split("\\s+");
            for (int index = 0; index < pieces.length; index++) {
                if (index > 0) {
                    fields.add(field.toString());
                    field.setLength(0);
                }
                field.append(pieces[index]);
            }
            exists |= !text.isBlank();
        }
        if (exists) {
            fields.add(field.toString());
        }
        return fields;
    }

    private String value(Part part) {
        if (part instanceof Text text) {
            return text.text();
        }
        if (part instanceof Variable variable) {
            return variables.getOrDefault(variable.name(), "");
        }
        return run(((Substitution) part).script(), "").output().replaceAll("\n+$", "");
    }
}
