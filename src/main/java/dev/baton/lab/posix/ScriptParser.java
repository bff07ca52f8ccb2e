package dev.baton.lab.posix;

import dev.baton.lab.posix.Syntax.Command;
import dev.baton.lab.posix.Syntax.Condition;
import dev.baton.lab.posix.Syntax.Function;
import dev.baton.lab.posix.Syntax.Group;
import dev.baton.lab.posix.Syntax.Redirect;
import dev.baton.lab.posix.Syntax.Script;
import dev.baton.lab.posix.Syntax.Simple;
import dev.baton.lab.posix.Syntax.Step;
import dev.baton.lab.posix.Syntax.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads pipelines, lists and groups. */
final class ScriptParser {

    /** Words that end the script before them. */
    private static final List<String> ENDS = List.of("then", "elif", "else", "fi", "do", "done", "esac");

    private final Characters line;

    ScriptParser(Characters line) {
        this.line = line;
    }

    /** @throws SyntaxException naming the character that does not belong there */
    static Script parse(String text) {
        Characters line = new Characters(text);
        Script script = new ScriptParser(line).script();
        if (!line.atEnd()) {
            throw line.unexpected();
        }
        return script;
    }

    /** Up to the end, or to what closes the command that it stands in. */
    Script script() {
        List<Step> steps = new ArrayList<>();
        Condition condition = Condition.ALWAYS;
        line.skipBlanksAndLines();
        while (!atEnd()) {
            steps.add(new Step(condition, pipeline()));
            line.skipBlanks();
            if (line.take("&&")) {
                condition = Condition.AFTER_SUCCESS;
            } else if (line.take("||")) {
                condition = Condition.AFTER_FAILURE;
            } else if ((!line.at(";;") && line.take(";")) || line.take("\n")) {
                condition = Condition.ALWAYS;
            } else if (!atEnd()) {
                throw line.unexpected();
            }
            line.skipBlanksAndLines();
        }
        return new Script(steps);
    }

    private boolean atEnd() {
        return line.atEnd()
                || line.atAny(")}")
                || line.at(";;")
                || ENDS.stream().anyMatch(line::atWord);
    }

    private List<Command> pipeline() {
        List<Command> commands = new ArrayList<>(List.of(command()));
        line.skipBlanks();
        while (!line.at("||") && line.take("|")) {
            line.skipBlanksAndLines();
            commands.add(command());
            line.skipBlanks();
        }
        return commands;
    }

    private Command command() {
        if (line.take("(")) {
            return group(")", true);
        }
        if (line.at("{ ") && line.take("{")) {
            return group("}", false);
        }
        return new CompoundParser(line).command().orElseGet(this::plain);
    }

    private Command plain() {
        String name = line.function();
        return name.isEmpty() ? simple() : new Function(name, command(), List.of());
    }

    private Group group(String end, boolean apart) {
        Script script = script();
        if (!line.take(end)) {
            throw line.unexpected();
        }
        return new Group(script, apart, new RedirectParser(line).all());
    }

    private Simple simple() {
        List<Word> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        line.skipBlanks();
        while (!line.atEnd() && !line.atAny(";|)\n") && !line.at("&&")) {
            if (!new RedirectParser(line).take(redirects)) {
                words.add(new WordParser(line).word());
            }
            line.skipBlanks();
        }
        if (words.isEmpty()) {
            throw line.unexpected();
        }
        return new Simple(words, redirects);
    }
}
